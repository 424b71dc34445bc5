using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DL3066 of hadolint: every USER of every stage that is not a number, root too, unless it mentions an ARG of the file.</summary>
internal sealed class HadolintNamedUser() : HadolintVariant(new NamedUser())
{
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        var arguments = new HashSet<string>(StringComparer.Ordinal);
        foreach (var instruction in context.Tree.Root.Instructions)
        {
            if (instruction is ArgInstruction { Pairs: [var first, ..] })
            {
                arguments.Add(HadolintText.Key(first));
            }
            else if (instruction is UserInstruction user)
            {
                var name = user.Argument.RawText.Split(':')[0];
                if (!name.All(char.IsAsciiDigit) && !arguments.Any(argument => name.Contains("$" + argument, StringComparison.Ordinal)
                    || name.Contains("${" + argument + "}", StringComparison.Ordinal)))
                {
                    context.Report(user.Keyword.Span, $"user {name} is no number");
                }
            }
        }
    });
}
