using System.Runtime.CompilerServices;
using System.Text;

namespace Dockerlint.Testing;

/// <summary>
/// Compares text with a checked-in file, under the names the Verify library uses: <c>TestClassFile.name.verified.txt</c> beside the
/// test, or a generated document, and <c>.received.</c> for what a failing test saw. With <c>DOCKERLINT_ACCEPT=1</c> the text is
/// written and nothing is compared.
/// </summary>
public static class Snapshot
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Compares with a file beside the test.</summary>
    /// <param name="actual">The text the test produced; line ends are compared as LF.</param>
    /// <param name="name">Tells the snapshots of one test class apart; the test's own name unless given.</param>
    /// <param name="sourceFile">The calling test's file; filled in by the compiler.</param>
    public static void Match(string actual, [CallerMemberName] string name = "", [CallerFilePath] string sourceFile = "") =>
        Match(actual, name, sourceFile, Environment.GetEnvironmentVariable);

    /// <summary>As <see cref="Match(string, string, string)"/>, with the environment given from outside.</summary>
    public static void Match(string actual, string name, string sourceFile, Func<string, string?> environment)
    {
        var stem = Path.Combine(
            Path.GetDirectoryName(sourceFile) ?? ".",
            $"{Path.GetFileNameWithoutExtension(sourceFile)}.{FileSafe(name)}");
        Compare(Normalise(actual), stem + ".verified.txt", stem + ".received.txt", environment);
    }

    /// <summary>Compares with a document of the repository that is made from the program.</summary>
    /// <param name="actual">What the document should hold.</param>
    /// <param name="parts">The parts of its path below the repository.</param>
    public static void MatchDocument(string actual, params string[] parts)
    {
        var document = RepositoryRoot.Combine(parts);
        Compare(Normalise(actual), document, Received(document), Environment.GetEnvironmentVariable);
    }

    /// <summary>As <see cref="MatchDocument"/>, where only the text between two marks is made.</summary>
    /// <param name="actual">What should stand between the marks.</param>
    /// <param name="begin">Ends where the generated text begins.</param>
    /// <param name="end">Begins where it ends.</param>
    /// <param name="parts">The parts of the document's path below the repository.</param>
    public static void MatchPart(string actual, string begin, string end, params string[] parts)
    {
        var document = RepositoryRoot.Combine(parts);
        var text = File.ReadAllText(document).ReplaceLineEndings("\n");
        var start = text.IndexOf(begin, StringComparison.Ordinal);
        var stop = start < 0 ? -1 : text.IndexOf(end, start + begin.Length, StringComparison.Ordinal);
        if (stop < 0)
        {
            throw new SnapshotException($"{document} lacks {begin.Trim()} or {end.Trim()}");
        }

        MatchDocument(text[..(start + begin.Length)] + actual + text[stop..], parts);
    }

    /// <summary>
    /// For figures that are compared with a tolerance: in accept mode they are written and there is nothing to compare.
    /// </summary>
    /// <param name="actual">The figures as text.</param>
    /// <param name="parts">The parts of the path of their file below the repository.</param>
    /// <returns>Whether they were accepted; the test is then over.</returns>
    public static bool IsAccepted(string actual, params string[] parts)
    {
        var document = RepositoryRoot.Combine(parts);
        return TryAccept(Normalise(actual), document, Received(document), Environment.GetEnvironmentVariable);
    }

    private static void Compare(string text, string verified, string received, Func<string, string?> environment)
    {
        if (TryAccept(text, verified, received, environment))
        {
            return;
        }

        if (!File.Exists(verified))
        {
            File.WriteAllText(received, text, Utf8);
            throw new SnapshotException(
                $"no snapshot {verified}; look at {received}, then run with DOCKERLINT_ACCEPT=1 to accept it");
        }

        var expected = Normalise(File.ReadAllText(verified));
        if (expected == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text, Utf8);
        throw new SnapshotException($"{verified} differs from {received}{FirstDifference(expected, text)}");
    }

    private static bool TryAccept(string text, string verified, string received, Func<string, string?> environment)
    {
        if (environment("DOCKERLINT_ACCEPT") != "1")
        {
            return false;
        }

        // A build server that accepts what it is given checks nothing.
        if (string.Equals(environment("CI"), "true", StringComparison.OrdinalIgnoreCase))
        {
            throw new SnapshotException("DOCKERLINT_ACCEPT=1 is refused while CI=true");
        }

        File.WriteAllText(verified, text, Utf8);
        File.Delete(received);
        return true;
    }

    private static string Received(string document) => Path.ChangeExtension(document, $".received{Path.GetExtension(document)}");

    private static string FirstDifference(string expected, string actual)
    {
        var left = expected.Split('\n');
        var right = actual.Split('\n');
        for (var i = 0; i < Math.Max(left.Length, right.Length); i++)
        {
            var wanted = i < left.Length ? left[i] : "(end of text)";
            var found = i < right.Length ? right[i] : "(end of text)";
            if (wanted != found)
            {
                return $"\nline {i + 1}\n  expected: {wanted}\n  actual:   {found}";
            }
        }

        return "";
    }

    private static string Normalise(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";

    private static string FileSafe(string name) =>
        string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_'));
}
