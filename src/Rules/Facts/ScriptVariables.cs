using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>Which variables a script takes from outside.</summary>
internal static class ScriptVariables
{
    private static readonly string[] s_setters =
        ["export", "read", "local", "declare", "typeset", "readonly", "mapfile", "readarray", "getopts", "unset", "source", ".", "eval"];

    /// <summary>
    /// The plain uses of variables that the script nowhere sets, each name once, at its first use. A use with a default or a test for
    /// being set is no plain one. A script that reads another one may get any variable from it: it has none.
    /// </summary>
    internal static IEnumerable<ParameterExpansion> Free(IEnumerable<ShellNode> nodes)
    {
        var set = new HashSet<string>(StringComparer.Ordinal);
        var uses = new List<ParameterExpansion>();
        foreach (var node in nodes)
        {
            switch (node)
            {
                case Assignment assignment:
                    set.Add(assignment.Name);
                    break;
                case ForCommand loop:
                    set.Add(loop.Variable);
                    break;
                case SelectCommand loop:
                    set.Add(loop.Variable);
                    break;
                case SimpleCommand { Name: "source" or "." or "eval" }:
                    return [];
                // A test for being empty says that the script knows the variable may be.
                case SimpleCommand { Name: "[" or "test" } test when test.Words.Any(word => word.LiteralValue is "-n" or "-z"):
                    set.UnionWith(test.Walk().OfType<ParameterExpansion>().Select(expansion => expansion.Name));
                    break;
                case ConditionalExpression test when test.Words.Any(word => word.LiteralValue is "-n" or "-z"):
                    set.UnionWith(test.Walk().OfType<ParameterExpansion>().Select(expansion => expansion.Name));
                    break;
                case SimpleCommand { Name: { } name } command when s_setters.Contains(name):
                    set.UnionWith(
                        command.Words.Skip(1).Select(word => word.Parts is [Literal { Text: var text }, ..] ? text.Split('=')[0] : ""));
                    break;
                case ParameterExpansion expansion:
                    uses.Add(expansion);
                    break;
            }
        }

        // A use with a default, anywhere, says that the script knows the variable may be missing.
        set.UnionWith(uses.Where(use => use.Operator is { } op && op.AsSpan().IndexOfAny("-+=?") >= 0).Select(use => use.Name));
        return uses.Where(use => !set.Contains(use.Name) && use.Prefix != "!").DistinctBy(use => use.Name);
    }
}
