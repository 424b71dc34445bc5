using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Dockerlint.Reporting;

/// <summary>
/// How JSON is written that may end up in a log: everything but plain ASCII is escaped, and so is <c>#</c>, since build servers take
/// <c>##[</c> or <c>##vso[</c> anywhere in a line for a command.
/// </summary>
internal static class JsonText
{
    internal static JsonWriterOptions Options { get; } = new() { Encoder = Encoder() };

    private static JavaScriptEncoder Encoder()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.BasicLatin);
        settings.ForbidCharacter('#');
        return JavaScriptEncoder.Create(settings);
    }
}
