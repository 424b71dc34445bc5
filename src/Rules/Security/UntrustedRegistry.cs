using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class UntrustedRegistry : Rule
{
    private const string DefaultRegistry = "docker.io";

    public override RuleInfo Info { get; } = new("DL3026", "untrusted-registry", Category.Security, Severity.Error)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.Dockle("CIS-DI-0002")],
        Doc = new(
            "An image from a registry that is not trusted.",
            """
            Only where trusted registries are configured. A pattern names a registry, or a registry with a path; * stands for any
            characters. FROM, COPY --from and mounts are looked at, with defaults of build arguments evaluated.
            """,
            [
                new("FROM quay.io/app/base:1\n", "FROM ghcr.io/app/base:1\n") { Settings = Trust("ghcr.io") },
                new("FROM docker.io/someone/tool:1\n", "FROM alpine:3.22\n") { Settings = Trust("docker.io/library/*") },
            ])
        {
            Remedy = """
                Take the image from a trusted registry, such as your mirror. If this one is to be trusted, add it to
                `trusted-registries`, best with a path, as in `docker.io/library/*`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        if (context.Settings.TrustedRegistries.Count == 0)
        {
            return;
        }

        foreach (var (image, _, span) in NamedImage.Of(stage, context))
        {
            if (image is not null)
            {
                Check(image, span, context);
            }
        }
    });

    private static void Check(ImageReference image, TextSpan span, RuleContext context)
    {
        var (registry, path) = NamedImage.InFull(image);
        if (!context.Settings.TrustedRegistries.Any(pattern => Matches(pattern, registry, path)))
        {
            context.Report(span, $"image {image.Repository} comes from {registry}, which is not trusted");
        }
    }

    private static bool Matches(string pattern, string registry, string path)
    {
        pattern = pattern is "hub.docker.com" ? DefaultRegistry : pattern;
        return Wildcard.Matches(pattern, registry) || Wildcard.Matches(pattern, registry + "/" + path);
    }

    private static LintSettings Trust(string pattern) => new() { TrustedRegistries = [pattern] };
}
