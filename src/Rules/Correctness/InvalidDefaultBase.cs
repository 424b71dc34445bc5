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
        Profiles = Profiles.Default | Profiles.Strict,
        Doc = new(
            "With the defaults of its ARGs a FROM names no valid image.",
            """
            A build without build arguments fails, as do tools that read the file. An ARG without a default may be meant as mandatory,
            so that this is informational; a name without any variable is a syntax error and reported as such.
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

    public override void Register(RuleHooks on) => on.Instruction<FromInstruction>(static (from, context) =>
    {
        var globals = context.Get<EngineBuild>().Globals;
        var names = from.Image.Variables.Select(variable => variable.Name).ToList();
        if (names.Count == 0 || !names.TrueForAll(globals.Contains) || Invalid(from, globals) is not { } name)
        {
            return;
        }

        var message = name.Length == 0
            ? $"without build arguments {from.Image.RawText} is empty"
            : $"without build arguments {from.Image.RawText} is {name}, which is no valid image name";
        if (names.TrueForAll(globals.IsSet))
        {
            context.Report(from.Image.Span, message);
        }
        else
        {
            context.ReportInfo(from.Image.Span, message);
        }
    });

    /// <summary>What a FROM comes to with the defaults when that is no valid reference; else null.</summary>
    internal static string? Invalid(FromInstruction from, EngineScope globals) =>
        WordExpander.Expand(from.Image, globals.Lookup) is { } name && ImageReference.TryParse(name) is null ? name : null;
}
