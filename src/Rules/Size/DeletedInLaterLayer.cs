using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class DeletedInLaterLayer : Rule
{
    private static readonly string[] s_grave =
        [".tar", ".tgz", ".zip", ".deb", ".rpm", ".apk", ".whl", ".jar", ".iso", ".run", ".7z", ".xz", ".gz", ".bz2", "id_rsa",
            "id_ed25519", ".pem", ".key", "secret", "credential", ".netrc", ".npmrc", ".pypirc", "auth.json", ".git-credentials"];

    public override RuleInfo Info { get; } = new("DK4003", "deleted-in-later-layer", Category.Size, Severity.Warning)
    {
        Since = "0.1",
        Doc = new(
            "A file is removed in another layer than the one that brought it.",
            """
            The earlier layer still holds it: the image is no smaller, and whoever has the image can read the file. Download, use and
            remove in one RUN, or have the file in a RUN only, with a bind mount. Small files are reported as information. Stages whose
            layers are not shipped are not looked at.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    COPY pkg.deb /tmp/pkg.deb
                    RUN dpkg -i /tmp/pkg.deb && rm /tmp/pkg.deb
                    """,
                    Good: """
                    FROM debian:12
                    RUN --mount=type=bind,source=pkg.deb,target=/tmp/pkg.deb dpkg -i /tmp/pkg.deb
                    """),
                new(
                    Bad: """
                    FROM debian:12
                    RUN curl -fsSLo /tmp/x.tgz https://example.com/x-1.tgz
                    RUN tar -xf /tmp/x.tgz -C /opt && rm /tmp/x.tgz
                    """,
                    Good: """
                    FROM debian:12
                    RUN curl -fsSLo /tmp/x.tgz https://example.com/x-1.tgz && tar -xf /tmp/x.tgz -C /opt && rm /tmp/x.tgz
                    """),
            ])
        {
            Remedy = """
                For a file of the context, write `RUN --mount=type=bind,source=pkg.deb,target=/tmp/pkg.deb` in place of the `COPY`. For
                a download, join the steps with `&&` into one `RUN`, or do them in an earlier stage and copy the result.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        if (!context.Model.IsShipped(stage))
        {
            return;
        }

        var places = new Dictionary<string, (int Index, TextSpan Span, string What)>(StringComparer.Ordinal);
        foreach (var copy in ContextCopy.OfStage(stage))
        {
            foreach (var source in copy.Sources.OfType<string>().Where(source => source.AsSpan().IndexOfAny("*?[<") < 0 && !copy.IsBroad))
            {
                foreach (var place in copy.PlacesOf(source.Split('?')[0]).Where(place => place.Contains('/', StringComparison.Ordinal)))
                {
                    places.TryAdd(place, (copy.Index, copy.Instruction.Span, $"{copy.Instruction.Name} of {source}"));
                }
            }
        }

        for (var i = 0; i < stage.Steps.Count; i++)
        {
            foreach (var use in stage.Steps[i].Instruction is RunInstruction run ? context.Model.InvocationsOf(run) : [])
            {
                var folder = use.Invocation.Folder is { } inner ? BuildPath.Combine(ContextCopy.FolderAt(stage, i), inner) : null;
                Follow(use, folder, i, places, context);
            }
        }
    });

    private static void Follow(InvocationUse use, string? folder, int index, Dictionary<string,
        (int Index, TextSpan Span, string What)> places, RuleContext context)
    {
        // What is moved, or packed, is not gone.
        if (use.Invocation.Find(EffectKind.Deletes) is { } removal && !use.Invocation.Does(EffectKind.Writes))
        {
            Check(use.Invocation, removal, folder, index, places, context);
        }
        else if (DownloadedFile.FileOf(use) is { } file && BuildPath.Combine(folder, file) is { } path)
        {
            // The same name again is another file, which may be gone at the end of its own layer.
            places[path] = (index, use.Instruction.Span, $"the download of {file}");
        }
    }

    private static void Check(
        Invocation command, Effect removal, string? folder, int index, Dictionary<string, (int Index, TextSpan Span, string What)> places,
            RuleContext context)
    {
        foreach (var target in removal.Targets)
        {
            if (target.Value is not { } word || BuildPath.Combine(folder, word) is not { } path)
            {
                continue;
            }

            if (places.Remove(path, out var origin) && origin.Index < index)
            {
                var message = $"{word} stays in the layer of {origin.What}: remove it in the same step, or bind-mount it";
                if (IsGrave(path, origin.What))
                {
                    context.Report(command.ToSource(target), message, [new RelatedSpan(origin.Span, "this layer keeps the file")]);
                }
                else
                {
                    context.ReportInfo(command.ToSource(target), message);
                }
            }
        }
    }

    // A script costs next to nothing; a download or an archive is large, and a key stays readable.
    private static bool IsGrave(string path, string what) => what.StartsWith("the download", StringComparison.Ordinal)
        || s_grave.Any(part => path[(path.LastIndexOf('/') + 1)..].Contains(part, StringComparison.OrdinalIgnoreCase));
}
