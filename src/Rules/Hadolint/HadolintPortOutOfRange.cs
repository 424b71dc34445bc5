using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DL3011 of hadolint: only a number above 65535, alone or at the end of a range.</summary>
internal sealed class HadolintPortOutOfRange() : HadolintVariant(new PortOutOfRange())
{
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var expose in context.Tree.Root.Instructions.OfType<ExposeInstruction>())
        {
            if (expose.Arguments.Any(IsTooHigh))
            {
                context.Report(expose.Keyword.Span, "a port above 65535");
            }
        }
    });

    private static bool IsTooHigh(string port)
    {
        var last = port.Split('/')[0].Split('-')[^1];
        return last.Length > 0 && last.All(char.IsAsciiDigit) && (!int.TryParse(last, out var number) || number > 65535);
    }
}
