using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>BuildKit's InvalidDefaultArgInFrom with the verdict of the default profile.</summary>
internal sealed class InvalidDefaultBase : Rule
{
    internal const string Id = "InvalidDefaultArgInFrom";
    internal const string Name = "invalid-default-base";

    public override RuleInfo Info { get; } = new(Id, Name, Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Confidence = Confidence.Likely,
        Profiles = Profiles.Default | Profiles.Strict,
        Doc = new(
            "With the defaults of its ARGs a FROM names no valid image.",
            """
            A build without build arguments fails, as do tools that read the file. An ARG without a default may be meant as mandatory,
            so that this is informational, and said once; a name without any variable is a syntax error and reported as such.
            """,
            [
                new(
                    Bad: """
                    ARG TAG=
                    FROM alpine:$TAG
                    """,
                    Good: """
                    ARG TAG=3.22
                    FROM alpine:$TAG
                    """),
                new(
                    Bad: """
                    ARG IMAGE
                    FROM $IMAGE
                    """,
                    Good: """
                    ARG IMAGE=alpine:3.22
                    FROM $IMAGE
                    """),
            ]),
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stage in context.Model.Stages)
        {
            Check(stage.From, told, context);
        }
    });

    private static void Check(FromInstruction from, HashSet<string> told, RuleContext context)
    {
        var globals = context.Get<EngineBuild>().Globals;
        var names = from.Image.Variables.Select(variable => variable.Name).ToList();
        if (names.Count == 0 || !names.TrueForAll(globals.Contains) || Invalid(from, globals) is not { } name)
        {
            return;
        }

        if (names.TrueForAll(globals.IsSet))
        {
            context.Report(from.Image.Span, name.Length == 0
                ? $"without build arguments {from.Image.RawText} is empty"
                : $"without build arguments {from.Image.RawText} is {name}, which is no valid image name");
            return;
        }

        // What has to be given has to be given once, however many stages it names the image of.
        var missing = names.Where(variable => !globals.IsSet(variable)).Distinct().ToList();
        if (missing.Exists(told.Add))
        {
            var arguments = string.Join(' ', missing.Select(item => $"--build-arg {item}=..."));
            context.ReportInfo(from.Image.Span, $"there is no default: the build needs {arguments}");
        }
    }

    /// <summary>What a FROM comes to with the defaults when that is no valid reference; else null.</summary>
    internal static string? Invalid(FromInstruction from, EngineScope globals) =>
        WordExpander.Expand(from.Image, globals.Lookup) is { } name && ImageReference.TryParse(name) is null ? name : null;
}
