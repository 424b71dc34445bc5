using System.Text.RegularExpressions;
using Dockerlint.Linting;
using Dockerlint.Linting.Config;
using Dockerlint.Rules;
using Dockerlint.Testing;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

public sealed partial class CustomRuleTests
{
    private static readonly IReadOnlyList<RuleInfo> s_rules = [.. RuleCatalog.All.Select(rule => rule.Info)];

    public static TheoryData<string> Examples => [.. Sections().Select(section => section.Split('\n')[0])];

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_documented_examples_say_what_stands_there(string title)
    {
        var section = Sections().Single(section => section.StartsWith(title + "\n", StringComparison.Ordinal));
        var file = Block(section, "dockerfile")!;
        string[] context = section.Contains("with the files", StringComparison.Ordinal) ? ["app.py", "certs/server.pem"] : [];
        Assert.Equal(Block(section, "text"), Found(Block(section, "yaml")!, file, context));
        if (Block(section, "fixed") is { } wanted)
        {
            var linter = Linter(Block(section, "yaml")!);
            Assert.Equal(wanted, Fixed(linter, file, Applicability.Safe));
        }
    }

    [Theory]
    [InlineData("forbid: {tool: sudo}", "FROM a\nRUN sudo make\n", "2:5")]
    [InlineData("forbid: {tool: curl}", "FROM a\nRUN timeout 5 /usr/bin/curl x | sh\n", "2:15")]
    [InlineData("forbid: {tool: bash}", "FROM a\nENTRYPOINT [\"bash\", \"-c\", \"x\"]\n", "2:14")]
    [InlineData("forbid: {tool: git, verb: clone, operand: 'http://*'}",
        "FROM a\nRUN git clone http://x/y && git fetch http://x/z\n", "2:15")]
    [InlineData("allow: {tool: apt-get, verb: install, option: --no-install-recommends}",
        "FROM a\nRUN apt-get update && apt-get install -y x\nRUN apt-get install --no-install-recommends x\n", "2:23")]
    [InlineData("forbid: {package: '*', version: false, manager: pip}", "FROM a\nRUN pip install x y==1 && npm i z\n", "2:17")]
    [InlineData("allow: {package: [curl, git]}", "FROM a\nRUN apk add curl vim $X\n", "2:18")]
    [InlineData("forbid: {image: '*:latest'}", "FROM node\nFROM node:1\nFROM a:1@sha256:"
        + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n", "1:6")]
    [InlineData("forbid: {image: [node, '!*-slim']}", "FROM node:22\nFROM docker.io/library/node:22-slim\n", "1:6")]
    [InlineData("forbid: {image: '*', platform: true}", "FROM a:1\nFROM --platform=linux/amd64 b:1\nFROM --platform=$BUILDPLATFORM c:1\n",
        "2:29")]
    [InlineData("forbid: {image: docker.io/*}", "ARG R\nFROM $R\nFROM scratch\nFROM x AS y\nFROM y\n", "4:6")]
    [InlineData("forbid: {instruction: [ADD, ONBUILD]}", "FROM a\nadd x y\nONBUILD ADD x y\n", "2:1 3:1 3:9")]
    [InlineData("forbid: {instruction: RUN, text: '*curl*|*sh*'}", "FROM a\nRUN --network=none curl x \\\n | sh\n", "2:1")]
    [InlineData("forbid: {instruction: COPY, flag: from, value: 'docker.io/*'}", "FROM a\nCOPY --from=docker.io/x / /\n", "2:6")]
    [InlineData("forbid: {instruction: RUN, flag: mount, value: '*type=ssh*'}", "FROM a\nRUN --mount=type=ssh,id=x y\n", "2:5")]
    [InlineData("forbid: {user: [root, 0-999]}", "FROM a\nUSER 0:0\nUSER $X\nUSER root\nUSER 1000\n", "2:6 4:6")]
    [InlineData("forbid: {user: '*', group: false}", "FROM a\nUSER app\nUSER app:app\n", "2:6")]
    [InlineData("forbid: {port: 22}", "FROM a\nARG P=22\nEXPOSE $P 22/udp 20-22\n", "3:8 3:11 3:18")]
    [InlineData("forbid: {port: '*', protocol: udp}", "FROM a\nEXPOSE 1 2/UDP\n", "2:10")]
    [InlineData("forbid: {variable: '*TOKEN*', set-by: arg}", "ARG A_TOKEN\nFROM a\nARG TOKENS=1\nENV TOKEN=1\n", "1:5 3:5")]
    [InlineData("forbid: {variable: TZ, value: '!UTC'}", "FROM a\nENV TZ=UTC\nENV TZ=CET\nENV TZ=$X\n", "3:5")]
    [InlineData("forbid: {label: maintainer}", "FROM a\nLABEL a=b maintainer=x\n", "2:11")]
    [InlineData("require: {label: [vendor, owner], value: acme}", "FROM a AS x\nLABEL vendor=acme\nFROM x\n", "")]
    [InlineData("require: {label: vendor, value: acme}", "FROM a\nLABEL vendor=other\n", "1:6")]
    [InlineData("require: {label: vendor, value: acme}", "FROM a\nLABEL vendor=$V\n", "")]
    [InlineData("require: {label: vendor, value: acme}", "FROM a\nARG V\nLABEL vendor=$V\n", "")]
    [InlineData("require: {user: '*'}", "FROM a AS x\nUSER 1\nFROM b\nRUN x\n", "3:6")]
    [InlineData("require: {user: '*'}\n    stages: [x, z]", "FROM a AS x\nFROM b AS y\nFROM c AS z\nUSER 1\n", "1:6")]
    [InlineData("forbid: {instruction: RUN}\n    stages: build", "FROM a AS x\nRUN x\nFROM b\nRUN y\n", "2:1")]
    [InlineData("forbid: {path: /app}", "FROM a\nWORKDIR /app/\nCOPY x .\nVOLUME [\"/app\"]\n", "2:9 3:8 4:10")]
    [InlineData("allow: {path: ['/app', '/app/*']}", "FROM a\nCOPY a b /app/x/\nCOPY a /etc/\n", "3:8")]
    public void What_a_rule_is_about_is_found_however_it_is_written(string rule, string file, string places)
    {
        var found = Found($"custom-rules:\n  - code: XX1\n    message: no\n    {rule}\n", file, []);
        Assert.Equal(places.Replace(' ', '\n'), MessagePart().Replace(found, "").TrimEnd('\n'));
    }

    [Theory]
    [InlineData("code: XX1, message: m, forbid: {tol: x}", "unknown key of forbid tol, did you mean tool?")]
    [InlineData("code: XX1, message: m, forbid: {tag: x}", "forbid needs one of image")]
    [InlineData("code: XX1, message: m", "one of forbid, require and allow")]
    [InlineData("code: XX1, message: m, forbid: {tool: x}, allow: {tool: y}", "one of forbid, require and allow")]
    [InlineData("code: DL3006, message: m, forbid: {tool: x}", "DL, DK and SC are taken")]
    [InlineData("code: x1, message: m, forbid: {tool: x}", "capital letters and a number")]
    [InlineData("code: XX1, forbid: {tool: x}", "needs the key message")]
    [InlineData("code: XX1, message: m, forbid: {tool: x, label: y}", "a rule is about one thing: tool or label")]
    [InlineData("code: XX1, message: m, forbid: {tool: x, tag: y}", "tag says nothing of tool")]
    [InlineData("code: XX1, message: m, severity: worse, forbid: {tool: x}", "unknown severity worse")]
    [InlineData("code: XX1, message: m, forbid: {image: 'a/b'}, replace: 'c/*'", "replace has a * for which no pattern has one")]
    [InlineData("code: XX1, message: m, forbid: {tool: x}, replace: 'a b'", "one word without quotes")]
    [InlineData("code: XX1, message: m, require: {tool: x}, replace: y", "replace needs a word that was found")]
    [InlineData("code: XX1, message: m, forbid: {tool: []}", "tool takes at least one pattern")]
    [InlineData("code: XX1, message: m, name: untagged-base-image, forbid: {tool: x}", "there is another rule DL3006")]
    [InlineData("code: XX1, mesage: m, forbid: {tool: x}", "did you mean message?")]
    public void What_makes_no_sense_is_told_with_its_place(string rule, string said)
    {
        var errors = new List<ConfigError>();
        ConfigReader.Read($"custom-rules:\n  - {{{rule}}}\n", "c.yaml", s_rules, errors);
        Assert.Contains(errors, error => error.Message.Contains(said, StringComparison.Ordinal) && error is { Line: 2, Column: > 0 });
    }

    [Fact]
    public void The_rest_of_the_file_may_name_the_rule_and_comments_switch_it_off()
    {
        const string config = """
            rules: {XX1: info}
            custom-rules:
              - {code: XX1, name: no-make, message: no make, forbid: {tool: make}}
            """;
        Assert.Equal("2:5 info XX1: no make\n", Found(config, "FROM a\nRUN make\n", []));
        Assert.Equal("", Found(config + "\nignore: [no-make]\n", "FROM a\nRUN make\n", []));
        Assert.Equal("", Found(config, "FROM a\n# dockerlint ignore=XX1\nRUN make\n", []));
    }

    [Fact]
    public void A_name_of_a_rule_of_ones_own_is_no_unknown_name_in_a_comment()
    {
        const string config = "custom-rules:\n  - {code: XX1, message: no make, forbid: {tool: make}}\n";
        var resolved = Resolve(config);
        var linter = new Linter(RuleCatalog.For(Profile.Default).Concat(resolved.CustomRules.Select(CustomRules.Create)), resolved.Lint);
        Assert.DoesNotContain(linter.Lint(SourceText.From("FROM a:1\n# dockerlint ignore=XX1\nRUN make\n")), finding =>
            finding.RuleId == "DK6901");
    }

    [Fact]
    public void A_later_file_replaces_a_rule_of_the_same_code_and_may_ignore_it()
    {
        var weak = Read("custom-rules: [{code: XX1, message: one, forbid: {tool: make}}, {code: XX2, message: two, forbid: {tool: cc}}]");
        var strong = Read("extends: weak.yaml\nignore: [XX2]\ncustom-rules: [{code: XX1, message: three, forbid: {tool: ld}}]");
        var resolved = ConfigResolver.Resolve([weak, strong], _ => s_rules);
        Assert.Equal(["three", "two"], resolved.CustomRules.Select(rule => rule.Message));
        Assert.True(resolved.Rules.ContainsKey("XX1"));
        Assert.False(resolved.Rules.ContainsKey("XX2"));
    }

    [Theory]
    [InlineData("FROM docker.io/a/b:1\n", "FROM m.example/a/b:1\n")]
    [InlineData("FROM a\n", "FROM m.example/library/a:latest\n")]
    [InlineData("ARG I=a\nFROM $I\n", "ARG I=a\nFROM $I\n")]
    [InlineData("FROM x.example/y AS z\nCOPY --from=b:1 / /\n", "FROM x.example/y AS z\nCOPY --from=m.example/library/b:1 / /\n")]
    public void A_replacement_stands_where_the_word_stood(string before, string after)
    {
        var linter = Linter("custom-rules: [{code: XX1, message: m, forbid: {image: 'docker.io/*'}, replace: 'm.example/*', safe: true}]");
        Assert.Equal(after, Fixed(linter, before, Applicability.Safe));
    }

    [Fact]
    public void A_word_of_a_command_is_replaced_in_scripts_and_arrays()
    {
        var linter = Linter("custom-rules: [{code: XX1, message: m, forbid: {tool: wget}, replace: curl}]");
        Assert.Equal("FROM a\nRUN x && curl y\nRUN [\"curl\", \"y\"]\n", Fixed(linter,
            "FROM a\nRUN x && wget y\nRUN [\"wget\", \"y\"]\n", Applicability.Unsafe));
    }

    private static string Found(string config, string file, IReadOnlyList<string> context)
    {
        var source = SourceText.From(file);
        var input = new LintInput(source) { Context = context.Count == 0 ? null : ContextCase.Of(context, null) };
        return string.Concat(Linter(config).Lint(input).Diagnostics.Select(finding =>
        {
            var (line, column) = (source.Lines.GetLine(finding.Span.Start), finding.Span.Start);
            return $"{line}:{column - source.Lines.GetLineStart(line) + 1} {finding.Severity.ToString().ToLowerInvariant()} "
                + $"{finding.RuleId}: {finding.Message}\n";
        }));
    }

    private static string Fixed(Linter linter, string file, Applicability most) =>
        new FixLoop(linter, new FixSelection(most)).Run(new LintInput(SourceText.From(file))).Source.Text;

    private static Linter Linter(string config)
    {
        var resolved = Resolve(config);
        return new Linter(resolved.CustomRules.Select(CustomRules.Create).Where(rule => resolved.Rules.ContainsKey(rule.Info.Id)),
            resolved.Lint);
    }

    private static ResolvedConfig Resolve(string config) => ConfigResolver.Resolve([Read(config)], _ => s_rules);

    private static ConfigLayer Read(string config)
    {
        var errors = new List<ConfigError>();
        var layer = ConfigReader.Read(config, "c.yaml", s_rules, errors);
        Assert.Empty(errors);
        return layer;
    }

    private static IEnumerable<string> Sections() => File.ReadAllText(RepositoryRoot.Combine("docs", "custom-rules.md"))
        .Split("\n### ").Skip(1);

    private static string? Block(string section, string kind)
    {
        var start = section.IndexOf($"```{kind}\n", StringComparison.Ordinal);
        return start < 0 ? null : section[(start + kind.Length + 4)..section.IndexOf("```\n", start + 4, StringComparison.Ordinal)];
    }

    [GeneratedRegex(" [a-z]+ XX1: no")]
    private static partial Regex MessagePart();
}
