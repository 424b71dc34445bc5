using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class CopyWithoutWorkdir : Rule
{
    // Those that the table of base images does not know.
    private static readonly RuleOption<IReadOnlyList<string>> s_images = new("images-with-workdir",
    [
        "adminer", "flink", "ghost", "jetty", "joomla", "jupyter/*", "quay.io/jupyter/*", "matomo",
        "mcr.microsoft.com/dotnet/framework/aspnet", "mediawiki", "mongo-express", "neo4j", "phpmyadmin", "public.ecr.aws/lambda/*",
        "redmine", "solr", "tomee", "yourls",
    ], "Images that set a WORKDIR of their own, beside those that are known; * stands for any characters.");

    public override RuleInfo Info { get; } = new("DL3045", "copy-without-workdir", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Options = [s_images],
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "COPY or ADD to a relative path in a stage without WORKDIR.",
            """
            Where the files go depends on the base image, mostly into /. Reported once a stage. Stages of images known to set a WORKDIR,
            and of scratch, where it is /, are left alone; of an image of which nothing is known it is informational. Set a WORKDIR, or
            name the folder in the path: the fix does that where the base image is known to set none.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    COPY app.py ./
                    COPY lib lib
                    """,
                    Good: """
                    FROM alpine:3.22
                    WORKDIR /srv
                    COPY app.py ./
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    COPY app.py /
                    COPY lib /lib
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    ADD app.tar.gz app
                    """,
                    Good: """
                    FROM golang:1.25
                    COPY . app
                    """,
                    Fixed: """
                    FROM debian:12
                    ADD app.tar.gz /app
                    """),
            ])
        {
            Remedy = """
                Put `WORKDIR /srv` above the instruction, or write the destination in full, as in `COPY app.py /srv/`. If the base image
                sets a folder of its own, add it to the option `images-with-workdir`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        var found = stage.Steps.Where(step => !step.Before.HasWorkdir && step.Instruction is FileTransferInstruction transfer
            && TransferPaths.Destination(transfer, step.Before.Variables) is { Length: > 0 } path && !IsAbsolute(path)
                && !HomePath.IsOne(path) && !CommentInArguments.IsIn(transfer)).ToList();
        var folder = context.Get<StageImages>().Of(stage)?.WorkingDirectory;
        if (found.Count == 0 || stage.IsIncomplete || stage.Root.Base.Kind != BaseKind.Image || folder is not (null or "/")
            || HasKnownWorkdir(stage, context) || stage.Root.PossibleBases.Any(below => below.FinalState.HasWorkdir))
        {
            return;
        }

        var first = (FileTransferInstruction)found[0].Instruction;
        var others = found.Skip(1).Select(step => (FileTransferInstruction)step.Instruction)
            .Select(transfer => new RelatedSpan(TransferPaths.DestinationSpan(transfer), "relative as well")).ToList();
        if (folder is null)
        {
            context.As(BaseKnowledge.Of(stage)).ReportInfo(
                TransferPaths.DestinationSpan(first),
                $"{first.Name} to a path that depends on the working directory of the base image: set WORKDIR");
            return;
        }

        context.As(BaseKnowledge.OfFact(stage)).Report(
            TransferPaths.DestinationSpan(first), $"{first.Name} to a relative path without a WORKDIR: set one, or write the whole path",
            others, Fixes(stage, [.. found.Select(step => (FileTransferInstruction)step.Instruction)]));
    });

    // Another folder than the one of the base image would move all that follows; where that is known, the path can name it.
    private static IReadOnlyList<Fix> Fixes(Stage stage, IReadOnlyList<FileTransferInstruction> transfers)
    {
        // Where an argument of the build names the image, it may be another one.
        if (stage.Root.From.Image.RawText.Contains('$', StringComparison.Ordinal) || WindowsImage.IsBaseOf(stage))
        {
            return [];
        }

        var edits = new List<TextEdit>();
        foreach (var transfer in transfers)
        {
            if (transfer.Json is not null || transfer.Words[^1] is not { } word || word.LiteralValue is not { } path
                || !FolderDependence.IsPlain(path)
                || transfer.Source.ToString(word.Span) != path || BuildPath.Combine("/", path) is not { } absolute)
            {
                return [];
            }

            var isFolder = path.EndsWith('/') || path is "." or ".." || path.EndsWith("/.", StringComparison.Ordinal)
                || path.EndsWith("/..", StringComparison.Ordinal);
            edits.Add(new TextEdit(word.Span, isFolder && absolute != "/" ? absolute + "/" : absolute));
        }

        return Fix.Revealing("name the folder of the base image", Applicability.Unsafe, edits);
    }

    // Mirrors keep the official images under library as well.
    private static string NameOf(ImageReference image) =>
        image.Repository.StartsWith("library/", StringComparison.Ordinal) ? image.Repository["library/".Length..]
        : image.Registry is null or "docker.io" ? image.Repository
        : image.Registry + "/" + image.Repository;

    private static bool IsAbsolute(string path) => path[0] is '/' or '\\' || (path.Length > 1 && path[1] == ':');

    private static bool HasKnownWorkdir(Stage stage, RuleContext context)
    {
        var first = stage.Root.Base;
        if (first.Image is not { } image || ImageStages.IsBuildContext(first.Text, context))
        {
            return first.Image is not null;
        }

        var name = NameOf(image);
        return image.Tag?.EndsWith("onbuild", StringComparison.Ordinal) == true || context.Option(s_images)
            .Any(pattern => Wildcard.Matches(pattern, name));
    }
}
