using System.Collections.Immutable;
using Dockerlint.Cache;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>Scripts whose files are followed: another stage takes them, and is reused when they come out the same.</summary>
public sealed class ScriptEffectTests
{
    // The step with {0} is done again, and what it makes at /out is the same.
    [Theory]
    [InlineData("mkdir /out && echo {0} > /log")]
    [InlineData("sudo mkdir /out && echo {0} > /log")]
    [InlineData("sudo -E -n mkdir -p -- /out && echo {0} > /log")]
    [InlineData("env X={0} mkdir --parents /out")]
    [InlineData("X={0} mkdir /out")]
    [InlineData("env -C / X={0} mkdir out")]
    [InlineData("mkdir -pv /out && timeout {0} touch /out/f")]
    [InlineData("mkdir -- /out && cp -- /etc/{0} /log")]
    [InlineData("sh -c 'mkdir /out && echo {0} > /log'")]
    [InlineData("X={0} sh -c 'mkdir /out && echo $X > /log'")]
    [InlineData("nice -n 5 /bin/sh -ec \"cd / && mkdir out && echo {0} > log\"")]
    [InlineData("bash -euxo pipefail -c 'mkdir /out' && echo {0} > /log")]
    [InlineData("busybox mkdir /out && echo {0} > /log")]
    [InlineData("command cd / && mkdir out && ls -la /out {0}")]
    [InlineData("mkdir /out && printf {0} | tee /out/{0}", false)]
    [InlineData("mkdir /out && printf {0} | tee")]
    [InlineData("mkdir /out && grep -q {0} /etc/passwd")]
    [InlineData("mkdir /out && test -n {0}")]
    [InlineData("mkdir /out && sort -o /log /etc/{0}", false)]
    [InlineData("mkdir /out && sudo -u bob touch /out/{0}", false)]
    [InlineData("mkdir /out && ./touch /out/{0}", false)]
    [InlineData("mkdir /out && xargs touch /{0}", false)]
    [InlineData("mkdir /out && PATH=/x touch /{0}", false)]
    [InlineData("mkdir /out && X=$(make) touch /{0}", false)]
    [InlineData("mkdir /out && zsh -c 'echo {0}'", false)]
    [InlineData("mkdir /out && bash -lc 'echo {0}'", false)]
    [InlineData("mkdir /out && awk 'BEGIN {{ print > \"/x\" }}' {0}", false)]
    [InlineData("mkdir /out && umask {0}", false)]
    [InlineData("mkdir /out && ls /{0} && touch /a; touch /b", false)]
    [InlineData("ls /{0} || true; mkdir /out", false)]
    [InlineData("sh -c 'ls /{0}' || true; mkdir /out", false)]
    public void What_a_followed_script_makes_is_known(string script, bool isFollowed = true)
    {
        var text = $"FROM a AS build\nRUN {script}\nFROM scratch\nCOPY --from=build /out /out\n";
        var trace = InvalidationTrace.Between(
            State(text.Replace("{0}", "1", StringComparison.Ordinal)), State(text.Replace("{0}", "2", StringComparison.Ordinal)));
        Assert.Equal(StepStatus.Rebuilt, trace.Steps[1].Status);
        Assert.Equal(isFollowed, trace.Steps[3].Status == StepStatus.Reused);
    }

    [Theory]
    [InlineData("sudo mkdir /out", true)]
    [InlineData("mkdir /out", false)]
    [InlineData("sudo sh -c 'mkdir /out'", true)]
    public void What_sudo_makes_is_roots(string script, bool isSame)
    {
        const string Text = "FROM a AS build\nUSER {0}\nRUN {1}\nFROM scratch\nCOPY --from=build /out /out\n";
        BuildState Build(string user) =>
            State(Text.Replace("{0}", user, StringComparison.Ordinal).Replace("{1}", script, StringComparison.Ordinal));
        Assert.Equal(isSame, InvalidationTrace.Between(Build("bob"), Build("eve")).Steps[^1].Status == StepStatus.Reused);
    }

    [Fact]
    public void The_group_that_chgrp_gives_is_no_owner()
    {
        const string Text = "FROM a AS build\nRUN touch /f && {0} 7 /f\nFROM scratch\nCOPY --from=build /f /f\n";
        var trace = InvalidationTrace.Between(
            State(Text.Replace("{0}", "chown", StringComparison.Ordinal)), State(Text.Replace("{0}", "chgrp", StringComparison.Ordinal)));
        Assert.NotEqual(StepStatus.Reused, trace.Steps[^1].Status);
    }

    [Theory]
    [InlineData("[\"mkdir\", \"/out\"]", "[\"env\", \"X=1\", \"mkdir\", \"/out\"]", true)]
    [InlineData("[\"/bin/sh\", \"-c\", \"mkdir /out\"]", "[\"sudo\", \"sh\", \"-ec\", \"mkdir -- /out\"]", true)]
    [InlineData("[\"mkdir\", \"/out\"]", "[\"/app/mkdir\", \"/out\"]", false)]
    public void The_exec_form_is_followed_as_well(string before, string after, bool isFollowed)
    {
        const string Text = "FROM a AS build\nRUN {0}\nFROM scratch\nCOPY --from=build /out /out\n";
        var trace = InvalidationTrace.Between(
            State(Text.Replace("{0}", before, StringComparison.Ordinal)), State(Text.Replace("{0}", after, StringComparison.Ordinal)));
        Assert.Equal(isFollowed, trace.Steps[^1].Status == StepStatus.Reused);
    }

    private static BuildState State(string text) =>
        new(DockerfileParser.Parse(text), ContextManifest.Create([]), BuildSettings.Default)
        {
            Images = ImmutableDictionary<string, BaseImage>.Empty.Add("a", new BaseImage
            {
                Digest = "sha256:1",
                Environment = [new("LANG", "C")],
                User = "",
                WorkingDirectory = "/",
            }),
        };
}
