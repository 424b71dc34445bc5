namespace Dockerlint.LanguageServer.Guide;

/// <summary>What is said of an instruction, a flag, a mount, a key or a directive.</summary>
/// <param name="Name">Its name; of a flag with the instruction before it.</param>
/// <param name="Form">How an instruction is written; the values or keys of others, with blanks between.</param>
/// <param name="Text">What it does, in Markdown.</param>
internal sealed record GuideEntry(string Name, string Form, string Text)
{
    /// <summary>The values or keys.</summary>
    internal string[] Values => Form.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
