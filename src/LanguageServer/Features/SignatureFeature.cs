using Dockerlint.LanguageServer.Guide;
using Dockerlint.LanguageServer.Protocol;

namespace Dockerlint.LanguageServer.Features;

/// <summary>How the instruction is written whose words are typed.</summary>
internal static class SignatureFeature
{
    internal static SignatureHelp? At(PositionParams parameters, RequestScope scope)
    {
        if (scope.Dockerfile(parameters.TextDocument.Uri) is not { } document)
        {
            return null;
        }

        var offset = document.Positions.OffsetOf(parameters.Position);
        var line = LineState.At(document, offset);
        if (line.Instruction is not { } name || DockerfileGuide.Instruction(name) is not { } entry || !line.IsBehindKeyword)
        {
            return null;
        }

        var parts = entry.Form.Split(' ').Skip(1).ToList();
        var word = Math.Min(line.WordIndex, parts.Count - 1);
        return new SignatureHelp(
            [new SignatureInformation(entry.Form, Texts.Markup(scope.Client, entry.Text),
                [.. parts.Select(part => new ParameterInformation(part, null))])],
            0, parts.Count == 0 ? null : Math.Max(0, word));
    }
}
