using Dockerlint.Syntax;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

public sealed class MountTests
{
    [Fact]
    public void Every_field_of_a_mount_has_its_name_value_and_place()
    {
        const string text = "FROM a\nRUN --mount=type=cache,dst=/x,ro,uid=$U ls\n";
        var mount = Assert.Single(Run(text).Mounts);
        Assert.Equal(MountType.Cache, mount.Type);
        Assert.Equal(["type", "target", "readonly", "uid"], mount.Options.Select(option => option.Name));
        Assert.Equal(["type", "dst", "ro", "uid"], mount.Options.Select(option => At(text, option.KeySpan)));
        Assert.Equal(["cache", "/x", null, "$U"], mount.Options.Select(option => option.ValueSpan is { } span ? At(text, span) : null));
        Assert.Equal("U", Assert.Single(mount.Option("uid")!.ValueWord!.Variables).Name);
        Assert.Equal("/x", mount.Value("target"));
    }

    [Theory]
    [InlineData("target=/x", MountType.Bind)]
    [InlineData("type=tmpfs,target=/x", MountType.Tmpfs)]
    [InlineData("TYPE=Secret,id=x", MountType.Secret)]
    [InlineData("type=ssh", MountType.Ssh)]
    [InlineData("type=$T,target=/x", null)]
    public void The_type_is_known_unless_a_variable_holds_it(string mount, MountType? type) =>
        Assert.Equal(type, Run($"FROM a\nRUN --mount={mount} ls\n").Mounts[0].Type);

    [Fact]
    public void Quotes_around_the_value_go_before_those_of_its_fields()
    {
        const string text = "FROM a\nRUN --mount='type=cache,\"target=/x,y\"' --mount=\"type=tmpfs\",target=/z ls\n";
        var mounts = Run(text).Mounts;
        Assert.Equal("/x,y", mounts[0].Value("target"));
        Assert.Equal("/x,y", At(text, mounts[0].Option("target")!.ValueSpan!.Value));
        Assert.Equal("/z", mounts[1].Value("target"));
        Assert.Equal("/z", At(text, mounts[1].Option("target")!.ValueSpan!.Value));
    }

    [Fact]
    public void A_mount_across_lines_keeps_its_places()
    {
        const string text = "FROM a\nRUN --mount=type=cache,\\\ntarget=/x \\\n  ls\n";
        var option = Run(text).Mounts[0].Option("target")!;
        Assert.Equal("target=/x", At(text, option.Span));
        Assert.Equal("/x", At(text, option.ValueSpan!.Value));
    }

    [Fact]
    public void The_flags_of_COPY_and_ADD_are_typed()
    {
        const string text = "FROM a\nCOPY --from=b --chown=1:2 --chmod=0644 --link --parents --exclude=*.x --exclude=y c /d/\n"
            + "ADD --checksum=sha256:0 --keep-git-dir=true --unpack http://x/y /d/\n";
        var root = TreeInvariants.ParseAndCheck(text).Root;
        Assert.Equal(
            ["from", "chown", "chmod", "link", "parents", "exclude", "exclude"], root.Instructions[1].Flags.Select(flag => flag.Name));
        Assert.Equal(["b", "1:2", "0644", null, null, "*.x", "y"], root.Instructions[1].Flags.Select(flag => flag.Value));
        Assert.Equal(["checksum", "keep-git-dir", "unpack"], root.Instructions[2].Flags.Select(flag => flag.Name));
    }

    private static RunInstruction Run(string text) =>
        Assert.IsType<RunInstruction>(TreeInvariants.ParseAndCheck(text).Root.Instructions[1]);

    private static string At(string text, TextSpan span) => text.Substring(span.Start, span.Length);
}
