using System.Runtime.CompilerServices;
using System.Text;

namespace Dockerlint.Testing;

/// <summary>
/// Compares text with a checked-in file beside the test, under the names the Verify library uses:
/// <c>TestClassFile.name.verified.txt</c>, and <c>.received.txt</c> for what a failing test saw.
/// </summary>
public static class Snapshot
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <param name="actual">The text the test produced; line ends are compared as LF.</param>
    /// <param name="name">Tells the snapshots of one test class apart; the test's own name unless given.</param>
    /// <param name="sourceFile">The calling test's file; filled in by the compiler.</param>
    public static void Match(
        string actual,
        [CallerMemberName] string name = "",
        [CallerFilePath] string sourceFile = "") =>
        Match(actual, name, sourceFile, Environment.GetEnvironmentVariable);

    /// <summary>As <see cref="Match(string, string, string)"/>, with the environment given from outside.</summary>
    public static void Match(string actual, string name, string sourceFile, Func<string, string?> environment)
    {
        var stem = Path.Combine(
            Path.GetDirectoryName(sourceFile) ?? ".",
            $"{Path.GetFileNameWithoutExtension(sourceFile)}.{FileSafe(name)}");
        var verified = stem + ".verified.txt";
        var received = stem + ".received.txt";
        var text = Normalise(actual);

        if (environment("DOCKERLINT_ACCEPT") == "1")
        {
            Accept(text, verified, received, environment);
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

    private static void Accept(string text, string verified, string received, Func<string, string?> environment)
    {
        // A build server that accepts what it is given checks nothing.
        if (string.Equals(environment("CI"), "true", StringComparison.OrdinalIgnoreCase))
        {
            throw new SnapshotException("DOCKERLINT_ACCEPT=1 is refused while CI=true");
        }

        File.WriteAllText(verified, text, Utf8);
        File.Delete(received);
    }

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
