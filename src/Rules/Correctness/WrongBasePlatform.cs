using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>BuildKit's InvalidBaseImagePlatform.</summary>
internal sealed class WrongBasePlatform : Rule
{
    public override RuleInfo Info { get; } = new("InvalidBaseImagePlatform", "wrong-base-platform", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.BuildKit | Profiles.Default | Profiles.Strict,
        Doc = new(
            "A base image is not there for the platform that is asked for.",
            """
            The builder takes the image of the other platform, whose programs may not run. Only a registry knows: without image facts
            from outside there is no finding.
            """,
            [
                new("FROM --platform=linux/arm64 tool:1 AS arm64\n", "FROM tool:1\n") { BasePlatform = "linux/amd64" },
            ])
        {
            Remedy = """
                Look with `docker buildx imagetools inspect` which platforms the image has, and choose an image or a tag that has yours.
                If there is none, name one that is there in `--platform`, or build the base image yourself.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        var build = context.Get<EngineBuild>();
        foreach (var stage in build.Stages.Where(stage => stage.Base is null))
        {
            var from = stage.From;
            if (WordExpander.Expand(from.Image, build.Globals.Lookup) is { } name && context.BasePlatform(name) is { } actual
                && PlatformName.TryParse(Wanted(from, context.Tree, build.Globals)) is { } wanted
                    && PlatformName.TryParse(actual) is { } found && found != wanted)
            {
                context.ReportAt(from.Span, from.Image.Span, $"image {name} is built for {actual}, not for "
                    + $"{wanted.System}/{wanted.Architecture}");
            }
        }
    });

    private static string Wanted(FromInstruction from, SyntaxTree tree, EngineScope globals) =>
        from.Flag("platform") is { Value: { } value, ValueWord.Span: var span }
            && ExpandedWords.Expand(value, span, tree, globals) is { } platform
            ? platform
            : "linux/amd64";
}
