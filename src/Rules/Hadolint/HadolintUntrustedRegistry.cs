using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DL3026 of hadolint: patterns match the host alone, and names are taken as written.</summary>
internal sealed class HadolintUntrustedRegistry() : HadolintVariant(new UntrustedRegistry())
{
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        var trusted = context.Settings.TrustedRegistries;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var instruction in trusted.Count == 0 ? [] : context.Tree.Root.Instructions)
        {
            if (Sources(instruction).FirstOrDefault(source => !IsTrusted(source, names, trusted)) is { } bad)
            {
                context.Report(instruction.Keyword.Span, $"image {bad} comes from a registry that is not trusted");
            }

            if (instruction is FromInstruction { StageName: { } name })
            {
                names.Add(name.RawText);
            }
        }
    });

    private static IEnumerable<string> Sources(InstructionSyntax instruction) => instruction switch
    {
        FromInstruction from => [from.Image.RawText],
        CopyInstruction copy => HadolintText.CopySource(copy) is { } source ? [source] : [],
        RunInstruction run => run.Flags.Where(flag => flag is { Name: "mount", Value: not null })
            .Select(flag => flag.Value!.Split(','))
            .Where(fields =>
                !fields.Any(field => field.StartsWith("type=", StringComparison.Ordinal) && field is not ("type=bind" or "type=cache")))
            .SelectMany(fields => fields.Where(field => field.StartsWith("from=", StringComparison.Ordinal)).Select(field => field[5..])),
        _ => [],
    };

    private static bool IsTrusted(string source, HashSet<string> names, IReadOnlyList<string> trusted)
    {
        var image = HadolintImage.Parse(source);
        return names.Contains(image.Name) || (image.Registry is { } registry
            ? trusted.Any(pattern => Matches(pattern, registry))
            : image.Name == "scratch" || trusted.Any(pattern => Matches(pattern, "docker.io") || Matches(pattern, "hub.docker.com")));
    }

    // A star counts at one end only.
    private static bool Matches(string pattern, string registry) =>
        pattern.StartsWith('*') ? registry.EndsWith(pattern[1..], StringComparison.Ordinal)
        : pattern.EndsWith('*') ? registry.StartsWith(pattern[..^1], StringComparison.Ordinal)
        : pattern == registry;
}
