using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>
/// Rules on commands see them behind wrappers, in scripts of other commands and in the exec form, and mend them where they stand.
/// </summary>
public sealed class WrappedCommandTests
{
    /// <summary>A rule and a command that it reports, without quotes, for a stage of this base.</summary>
    public static TheoryData<string, string, string> Offences => new()
    {
        { "DL3001", "debian:12", "free -m" },
        { "DL3004", "debian:12", "sudo ls" },
        { "DL3008", "debian:12", "apt-get install -y curl" },
        { "DL3008", "debian:12", "aptitude install -y curl" },
        { "DL3009", "debian:12", "apt-get update" },
        { "DL3013", "python:3.13", "pip install flask" },
        { "DL3013", "python:3.13", "uv tool install ruff" },
        { "DL3014", "debian:12", "apt-get install curl" },
        { "DL3014", "debian:12", "apt-get remove curl" },
        { "DL3015", "debian:12", "apt-get install -y jq" },
        { "DL3015", "debian:12", "aptitude install -y jq" },
        { "DL3016", "node:24", "npm install -g typescript" },
        { "DL3016", "node:24", "bun add typescript" },
        { "DL3018", "alpine:3.22", "apk add curl" },
        { "DL3019", "alpine:3.22", "apk add curl" },
        { "DL3027", "debian:12", "apt install -y curl" },
        { "DL3028", "ruby:3.4", "gem install rails" },
        { "DL3030", "fedora:42", "yum install curl" },
        { "DL3032", "fedora:42", "yum install -y curl-8.11.1" },
        { "DL3033", "fedora:42", "yum install -y curl" },
        { "DL3034", "opensuse/leap:15.6", "zypper install curl=8.6.0" },
        { "DL3035", "opensuse/leap:15.6", "zypper -n dup" },
        { "DL3036", "opensuse/leap:15.6", "zypper -n install curl=8.6.0" },
        { "DL3037", "opensuse/leap:15.6", "zypper -n install curl" },
        { "DL3038", "fedora:42", "dnf5 install curl" },
        { "DL3040", "fedora:42", "tdnf install -y curl-8.11.1" },
        { "DL3041", "fedora:42", "microdnf install -y curl" },
        { "DL3042", "python:3.13", "pip3 install flask" },
        { "DL3042", "python:3.13", "python3.13 -m pip install flask" },
        { "DL3046", "debian:12", "useradd -u 1000000 app" },
        { "DL3047", "debian:12", "wget https://example.com/x" },
        { "DL3060", "node:24", "yarn install" },
        { "DL3062", "golang:1.25", "go install golang.org/x/tools/gopls@latest" },
        { "DL4005", "debian:12", "ln -sf /bin/bash /bin/sh" },
    };

    [Theory]
    [MemberData(nameof(Offences))]
    public void An_offence_is_found_however_the_command_is_run(string id, string image, string command)
    {
        var words = command.Split(' ');
        string[] forms =
        [
            command,
            "env CI=1 " + command,
            "timeout -s KILL 600 " + command,
            "nice -n 10 /usr/bin/" + command,
            "command " + command,
            "A=b exec " + command,
            $"sh -c '{command}'",
            $"bash -lc \"true && {command}\"",
            $"bash -c \"sh -c '{command}'\"",
            $"eval \"{command}\"",
            $"if true; then {command}; fi",
            $"<<EOF\n{command}\nEOF",
            $"bash <<EOF\n{command}\nEOF",
            $"[\"{string.Join("\", \"", words)}\"]",
            $"[\"/bin/sh\", \"-c\", \"{command}\"]",
            $"[\"env\", \"A=b\", \"/usr/bin/{string.Join("\", \"", words)}\"]",
        ];
        Assert.All(forms, form =>
        {
            var text = $"FROM {image}\nRUN {form}\n";
            var finding = Assert.Single(Lint(id, text));
            // It stands at a word of the command, wherever that is.
            Assert.Contains(
                text.Substring(finding.Span.Start, finding.Span.Length), words.SelectMany(word => (string[])[word, "/usr/bin/" + word]));
            // A fix that is offered mends it where it stands, and in the exec form the list is one afterwards.
            Assert.All(finding.Fixes, fix => Assert.DoesNotContain(Lint(id, fix.Edits.Apply(text)), other => other.RuleId == id));
        });
    }

    [Theory]
    [InlineData("DL3014", "RUN [\"apt-get\", \"install\", \"curl\"]", "RUN [\"apt-get\", \"install\", \"-y\", \"curl\"]")]
    [InlineData("DL3014", "RUN [\"apt-get\", \"inst\\u0061ll\", \"curl\"]", "RUN [\"apt-get\", \"inst\\u0061ll\", \"-y\", \"curl\"]")]
    [InlineData("DL3014", "RUN sh -c 'apt-get update && apt-get install curl'", "RUN sh -c 'apt-get update && apt-get install -y curl'")]
    [InlineData("DL3014", "RUN bash <<EOF\napt-get install \\\n  curl\nEOF", "RUN bash <<EOF\napt-get install -y \\\n  curl\nEOF")]
    [InlineData("DL3014", "RUN sudo \\\n  apt-get \\\n  install \\\n  curl", "RUN sudo \\\n  apt-get \\\n  install -y \\\n  curl")]
    [InlineData("DL3015", "RUN bash -c \"apt-get install -y curl jq\"",
        "RUN bash -c \"apt-get install --no-install-recommends -y curl ca-certificates jq\"")]
    [InlineData("DL3015", "RUN [\"apt-get\", \"install\", \"-y\", \"curl\"]",
        "RUN [\"apt-get\", \"install\", \"--no-install-recommends\", \"-y\", \"curl\", \"ca-certificates\"]")]
    [InlineData("DL3015", "RUN aptitude install -y jq", "RUN aptitude install --without-recommends -y jq")]
    [InlineData("DL3027", "RUN [\"apt\", \"upgrade\", \"-y\"]", "RUN [\"apt-get\", \"upgrade\", \"--with-new-pkgs\", \"-y\"]")]
    [InlineData("DL3047", "RUN [\"wget\", \"https://example.com/x\"]",
        "RUN [\"wget\", \"--progress=dot:giga\", \"https://example.com/x\"]")]
    [InlineData("DL3034", "RUN env A=b zypper in x=1", "RUN env A=b zypper -n in x=1")]
    [InlineData("DL3009", "RUN sh -c 'apt-get update && apt-get install -y curl'",
        "RUN sh -c 'apt-get update && apt-get install -y curl' && rm -rf /var/lib/apt/lists/*")]
    [InlineData("DL4005", "RUN sh -c 'rm /bin/sh && ln -s /bin/bash /bin/sh'", "SHELL [\"/bin/bash\", \"-c\"]")]
    public void A_fix_is_right_in_the_form_it_stands_in(string id, string run, string expected)
    {
        var text = $"FROM debian:12\n{run}\n";
        Assert.Equal($"FROM debian:12\n{expected}\n", Assert.Single(Lint(id, text)).Fixes[0].Edits.Apply(text));
    }

    [Theory]
    // Who else may run it, and how the text is read before a shell sees it, nobody knows.
    [InlineData("DL3009", "RUN [\"sh\", \"-c\", \"apt-get update\"]")]
    [InlineData("DL3040", "RUN sudo dnf install -y curl-8.11.1")]
    [InlineData("DL3040", "RUN su app -c 'dnf install -y curl-8.11.1'")]
    [InlineData("DL3040", "RUN chroot /rootfs dnf install -y curl-8.11.1")]
    [InlineData("DL3040", "RUN [\"dnf\", \"install\", \"-y\", \"curl-8.11.1\"]")]
    [InlineData("DL3014", "RUN [\"sh\", \"-c\", \"apt-get install \\\"curl\\\"\"]")]
    [InlineData("DL4006", "RUN sh -c 'curl u | tar x'")]
    public void No_fix_is_offered_where_it_could_be_wrong(string id, string run)
    {
        Assert.Empty(Assert.Single(Lint(id, $"FROM debian:12\n{run}\n")).Fixes);
    }

    [Theory]
    // An answer, a cleaning and a setting count wherever they stand.
    [InlineData("DL3014", "RUN yes | sh -c 'apt-get install curl'")]
    [InlineData("DL3014", "RUN sh -c 'yes | sudo apt-get install curl'")]
    [InlineData("DL3014", "RUN apt-get install $OPTIONS curl")]
    [InlineData("DL3014", "RUN xargs apt-get install < packages")]
    [InlineData("DL3009", "RUN apt-get update && sudo rm -rf /var/lib/apt/lists/*")]
    [InlineData("DL3009", "RUN apt-get update && sh -c 'rm -rf /var/lib/apt/lists/*'")]
    [InlineData("DL3009", "RUN apt-get update && find /var/lib/apt/lists -mindepth 1 -exec rm -rf {} +")]
    [InlineData("DL3009", "RUN apt-get update && find /var/lib/apt/lists -type f -print0 | xargs -0 rm -f")]
    [InlineData("DL3009", "RUN cd /var/lib/apt/lists && apt-get update && rm -rf ./*")]
    [InlineData("DL3009", "RUN [\"sh\", \"-c\", \"apt-get update && rm -rf /var/lib/apt/lists/*\"]")]
    [InlineData("DL3015", "RUN sh -c 'echo APT::Install-Recommends 0 > /etc/apt/apt.conf.d/r' && apt-get install -y curl")]
    [InlineData("DL3040", "RUN dnf install -y curl-8.11.1 && sudo dnf clean all")]
    [InlineData("DL3042", "RUN env PIP_NO_CACHE_DIR=1 pip install flask")]
    [InlineData("DL3042", "RUN export PIP_NO_CACHE_DIR=1 && sh -c 'pip install flask'")]
    [InlineData("DL3013", "RUN uvx --from ruff==0.6.0 ruff")]
    [InlineData("DL4006", "RUN bash -o pipefail -c 'curl u | tar x'")]
    [InlineData("DL4006", "RUN bash -c 'set -euo pipefail; curl u | tar x'")]
    [InlineData("DL4006", "RUN timeout 5 yes | apt-get install curl")]
    [InlineData("DL3004", "RUN command -v sudo")]
    [InlineData("DL3001", "RUN echo sh -c 'free -m'")]
    public void What_a_wrapper_or_another_shell_does_counts_too(string id, string run)
    {
        Assert.Empty(Lint(id, $"FROM debian:12\n{run}\n"));
    }

    private static IReadOnlyList<Diagnostic> Lint(string id, string text) =>
        new Linter(RuleCatalog.All.Where(rule => rule.Info.Id == id)).Lint(SourceText.From(text)).Where(finding => finding.RuleId == id)
            .ToList();
}
