using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DL3002 of hadolint: the last USER of every stage, whatever the stage is for.</summary>
internal sealed class HadolintRootUser() : HadolintVariant(new RootUser())
{
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        UserInstruction? last = null;
        foreach (var instruction in context.Tree.Root.Instructions)
        {
            if (instruction is FromInstruction)
            {
                Check(last, context);
                last = null;
            }

            last = instruction as UserInstruction ?? last;
        }

        Check(last, context);
    });

    private static void Check(UserInstruction? user, RuleContext context)
    {
        if (user?.Argument.RawText.Split(':')[0] is "root" or "0")
        {
            context.Report(user.Keyword.Span, "the last USER of the stage is root");
        }
    }
}
