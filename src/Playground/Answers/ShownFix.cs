namespace Dockerlint.Playground;

/// <summary>A fix as the page offers it.</summary>
/// <param name="Title">What it does.</param>
/// <param name="Applicability">Whether it may be applied unasked: <c>safe</c>, <c>unsafe</c> or <c>manual</c>.</param>
/// <param name="Edits">What it replaces.</param>
/// <param name="IgnoreLines">Lines it adds to the .dockerignore file.</param>
internal sealed record ShownFix(string Title, string Applicability, ShownEdit[] Edits, string[] IgnoreLines);
