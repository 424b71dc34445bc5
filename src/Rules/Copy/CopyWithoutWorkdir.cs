using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>DL3045.</summary>
public sealed class CopyWithoutWorkdir : Rule
{
    private static readonly RuleOption<IReadOnlyList<string>> s_images = new("images-with-workdir",
    [
        "adminer", "caddy", "composer", "drupal", "flink", "ghost", "golang", "gcr.io/distroless/*", "httpd", "jetty", "joomla",
        "jupyter/*", "quay.io/jupyter/*", "matomo", "mcr.microsoft.com/dotnet/framework/aspnet", "mediawiki", "mongo-express", "neo4j", "nextcloud",
        "php", "phpmyadmin", "public.ecr.aws/lambda/*", "redis", "redmine", "solr", "sonarqube", "tomcat", "tomee", "wordpress", "yourls",
    ], "Images that set a WORKDIR of their own; * stands for any characters.");

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3045", "copy-without-workdir", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Options = [s_images],
        Fix = FixAvailability.Always,
        Doc = new("COPY or ADD to a relative path in a stage without WORKDIR.",
            "Where the files go depends on the base image, mostly into /. Reported once a stage. Stages of images known to set a WORKDIR, and of scratch, where it is /, are left alone.",
            [new("FROM alpine:3.22\nCOPY app.py ./\nCOPY lib lib\n", "FROM alpine:3.22\nWORKDIR /srv\nCOPY app.py ./\n", "FROM alpine:3.22\nWORKDIR /app\nCOPY app.py ./\nCOPY lib lib\n"),
             new("FROM debian:12\nADD app.tar.gz app\n", "FROM golang:1.25\nCOPY . app\n", "FROM debian:12\nWORKDIR /app\nADD app.tar.gz app\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        var found = stage.Steps.Where(step => !step.Before.HasWorkdir && step.Instruction is FileTransferInstruction transfer
            && TransferPaths.Destination(transfer, step.Before.Variables) is { Length: > 0 } path && !IsAbsolute(path) && !TildeKept.IsHome(path) && !InlineComment.IsIn(transfer)).ToList();
        if (found.Count == 0 || stage.IsIncomplete || stage.Root.Base.Kind != BaseKind.Image || HasKnownWorkdir(stage, context))
        {
            return;
        }

        var first = (FileTransferInstruction)found[0].Instruction;
        var others = found.Skip(1).Select(step => (FileTransferInstruction)step.Instruction)
            .Select(transfer => new RelatedSpan(TransferPaths.DestinationSpan(transfer), "relative as well")).ToList();
        context.Report(TransferPaths.DestinationSpan(first), $"{first.Name} to a relative path, and no WORKDIR says to what",
            others, Fix.Of("set a WORKDIR before", Applicability.Unsafe, new TextEdit(new TextSpan(first.Span.Start, 0), Workdir(first))));
    });

    private static string Workdir(FileTransferInstruction first) =>
        (char.IsLower(first.Keyword.LogicalText[0]) ? "workdir" : "WORKDIR") + " /app" + (first.Source.Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n");

    private static bool IsAbsolute(string path) => path[0] is '/' or '\\' || (path.Length > 1 && path[1] == ':');

    private static bool HasKnownWorkdir(Stage stage, RuleContext context)
    {
        var first = stage.Root.Base;
        if (first.Image is not { } image || ImageStages.IsBuildContext(first.Text, context))
        {
            return first.Image is not null;
        }

        // Mirrors keep the official images under library as well.
        var name = image.Repository.StartsWith("library/", StringComparison.Ordinal) ? image.Repository["library/".Length..]
            : image.Registry is null or "docker.io" ? image.Repository
            : image.Registry + "/" + image.Repository;
        return image.Tag?.EndsWith("onbuild", StringComparison.Ordinal) == true || context.Option(s_images).Any(pattern => Wildcard.Matches(pattern, name));
    }
}
