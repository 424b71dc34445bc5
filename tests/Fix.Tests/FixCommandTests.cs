using System.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>Fixing through the real program.</summary>
public sealed class FixCommandTests
{
    private const string Bad = "FROM alpine:3.22\nADD app.py /srv/\n";
    private const string Good = "FROM alpine:3.22\nCOPY app.py /srv/\n";

    [Fact]
    public void Fix_writes_the_file_and_reports_what_is_left()
    {
        using var place = new Workplace();
        place.Write("Dockerfile", Bad + "MAINTAINER me\n");
        place.Write("b/Dockerfile", Bad + "ADD b.py /srv/\n");
        var outcome = place.Lint("--fix", "--fix-only", "DL3020", ".");
        Assert.Equal(Good + "MAINTAINER me\n", place.Read("Dockerfile"));
        Assert.Equal(Good + "COPY b.py /srv/\n", place.Read("b/Dockerfile"));
        Assert.Equal(1, outcome.ExitCode);
        Assert.DoesNotContain("DL3020", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("DL4000", outcome.Output, StringComparison.Ordinal);
        Assert.Equal("fixed 3 findings in 2 files\n", outcome.Error);
    }

    [Fact]
    public void A_second_run_changes_nothing_and_the_exit_code_says_clean()
    {
        using var place = new Workplace();
        place.Write("Dockerfile", Bad);
        Assert.Equal(0, place.Lint("--fix", "Dockerfile").ExitCode);
        var written = File.GetLastWriteTimeUtc(place["Dockerfile"]);
        var outcome = place.Lint("--fix", "Dockerfile");
        Assert.Equal((0, "fixed 0 findings in 0 files\n"), (outcome.ExitCode, outcome.Error));
        Assert.Equal(written, File.GetLastWriteTimeUtc(place["Dockerfile"]));
    }

    [Fact]
    public void Unsafe_fixes_are_applied_only_when_asked_for()
    {
        using var place = new Workplace();
        const string text = "FROM alpine:3.22\nCMD nginx -g daemon\n";
        place.Write("Dockerfile", text);
        var outcome = place.Lint("--fix", "Dockerfile");
        Assert.Equal(text, place.Read("Dockerfile"));
        Assert.Contains("fixed 0 findings in 0 files; --unsafe-fixes would fix 1 more", outcome.Error, StringComparison.Ordinal);
        place.Lint("--fix", "--unsafe-fixes", "Dockerfile");
        Assert.Equal("FROM alpine:3.22\nCMD [\"nginx\", \"-g\", \"daemon\"]\n", place.Read("Dockerfile"));
    }

    [Theory]
    [InlineData("--unsafe-fixes needs --fix or --diff", "--unsafe-fixes")]
    [InlineData("--fix-only needs --fix or --diff", "--fix-only", "DL3020")]
    [InlineData("--fix-only: there is no rule DL0", "--fix", "--fix-only", "DL0")]
    public void Options_that_make_no_sense_are_refused(string message, params string[] options)
    {
        using var place = new Workplace();
        place.Write("Dockerfile", Bad);
        var outcome = place.Lint([.. options, "Dockerfile"]);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
        Assert.Equal(Bad, place.Read("Dockerfile"));
    }

    [Fact]
    public void Standard_input_comes_out_fixed_and_findings_go_to_standard_error()
    {
        using var place = new Workplace();
        var outcome = place.LintInput(Bad + "MAINTAINER me\n", "--fix", "--fix-only", "add-of-local-files", "-");
        Assert.Equal(Good + "MAINTAINER me\n", outcome.Output);
        Assert.Contains("DL4000", outcome.Error, StringComparison.Ordinal);
        Assert.EndsWith("fixed 1 finding in 1 file\n", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(1, outcome.ExitCode);
    }

    [Fact]
    public void Standard_input_without_anything_to_fix_comes_out_unchanged()
    {
        using var place = new Workplace();
        Assert.Equal(Good, place.LintInput(Good, "--fix", "-").Output);
    }

    [Fact]
    public void Byte_order_mark_line_ends_and_invalid_bytes_are_kept()
    {
        using var place = new Workplace();
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. "FROM alpine:3.22\r\n# caf\u00e9 "u8, 0xE9, 0xFF, .. "\r\nADD app.py /srv/\r\nLABEL a=b"u8];
        place.Write("Dockerfile", bytes);
        place.Lint("--fix", "Dockerfile");
        Assert.Equal(
            Encoding.Latin1.GetString(bytes).Replace("ADD", "COPY", StringComparison.Ordinal),
            Encoding.Latin1.GetString(File.ReadAllBytes(place["Dockerfile"])));
    }

    [Fact]
    public void Mode_and_owner_are_kept()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no such modes on Windows");
        using var place = new Workplace();
        var file = place.Write("Dockerfile", Bad);
        Assert.Equal(0, place.Run("chmod", "", "652", file).ExitCode);
        var mayChange = place.Run("chown", "", "12345:54321", file).ExitCode == 0;
        var before = place.Run("stat", "", "-c", "%u:%g %a", file).Output;
        Assert.Equal(0, place.Lint("--fix", file).ExitCode);
        Assert.Equal(Good, place.Read("Dockerfile"));
        Assert.Equal(before, place.Run("stat", "", "-c", "%u:%g %a", file).Output);
        Assert.Equal(["Dockerfile"], Directory.GetFileSystemEntries(place.Folder).Select(Path.GetFileName));
        Assert.SkipUnless(mayChange, "only the superuser can give a file away: the owner was not tested");
    }

    [Fact]
    public void Behind_a_symbolic_link_the_target_is_written()
    {
        using var place = new Workplace();
        place.Write("real/file", Bad);
        File.CreateSymbolicLink(place["middle"], Path.Combine("real", "file"));
        File.CreateSymbolicLink(place["Dockerfile"], "middle");
        Assert.Equal(0, place.Lint("--fix", "Dockerfile").ExitCode);
        Assert.Equal("middle", new FileInfo(place["Dockerfile"]).LinkTarget);
        Assert.Equal(Good, place.Read("real/file"));
        Assert.Null(new FileInfo(place["real/file"]).LinkTarget);
    }

    [Fact]
    public void A_read_only_file_is_left_alone_with_a_message()
    {
        using var place = new Workplace();
        var file = place.Write("Dockerfile", Bad);
        place.Write("z.Dockerfile", Bad);
        File.SetAttributes(file, FileAttributes.ReadOnly);
        var outcome = place.Lint("--fix", ".");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("cannot write Dockerfile: the file is read-only", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("DL3020", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(Bad, place.Read("Dockerfile"));
        Assert.Equal(Good, place.Read("z.Dockerfile"));
        File.SetAttributes(file, FileAttributes.Normal);
    }

    [Fact]
    public void Json_reports_what_is_left()
    {
        using var place = new Workplace();
        place.Write("Dockerfile", Bad + "MAINTAINER me\n");
        var outcome = place.Lint("--fix", "--fix-only", "DL3020", "-f", "json", "Dockerfile");
        using var json = System.Text.Json.JsonDocument.Parse(outcome.Output);
        Assert.Contains("DL4000", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("DL3020", outcome.Output, StringComparison.Ordinal);
    }
}
