using System.Text;
using Dockerlint.LanguageServer.Documents;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.LanguageServer.Features;

/// <summary>What is known of a base image, without asking a registry.</summary>
internal static class ImageHover
{
    internal static (TextSpan, string)? Of(OpenDocument document, FromInstruction from)
    {
        var stage = document.Dockerfile.Model.Stages.FirstOrDefault(stage => stage.From == from);
        if (stage?.Base is not { } found)
        {
            return null;
        }

        if (found.Kind == BaseKind.Scratch)
        {
            return (from.Image.Span, "**scratch**: nothing at all, no files and no shell");
        }

        if (found.Image is not { } image)
        {
            return (from.Image.Span, $"{Texts.Code(from.Image.RawText)} is no image that the file alone tells");
        }

        var text = new StringBuilder().Append("**").Append(Texts.Code(found.Text ?? from.Image.RawText)).Append("**\n\n");
        text.Append(image.Digest is not null ? "Pinned by its digest: it is always the same."
            : image.Tag is null or "latest" ? "Not pinned: it is whatever is the latest when the image is built."
            : $"Pinned by the tag {Texts.Code(image.Tag)}, which may come to mean another image.");
        var images = document.Dockerfile.Configured?.Config.Lint.Settings.Images ?? Semantics.Images.ImageCatalog.Public;
        if (images.Find(image) is { } facts)
        {
            var lines = new (string What, string? Value)[]
            {
                ("System", facts.System), ("Packages", facts.PackageManager), ("User", facts.User), ("Folder", facts.WorkingDirectory),
                ("Shell", facts.SystemShell), ("Ports", Joined(facts.Ports)), ("Volumes", Joined(facts.Volumes)),
                ("Entrypoint", Joined(facts.Entrypoint)), ("Command", Joined(facts.Command)),
            };
            foreach (var (what, value) in lines.Where(line => !string.IsNullOrEmpty(line.Value)))
            {
                text.Append("\n- ").Append(what).Append(": ").Append(Texts.Code(value!));
            }
        }

        return (from.Image.Span, text.ToString());
    }

    private static string? Joined(IReadOnlyList<string>? values) => values is null ? null : string.Join(' ', values);
}
