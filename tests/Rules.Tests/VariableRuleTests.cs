using Dockerlint.Linting;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>Rules on ARG and ENV.</summary>
public sealed class VariableRuleTests
{
    [Theory]
    [InlineData("DL3044", "FROM a:1\nENV A=/x B=«$A»/b C=\"${A:-1}\"\n")]
    [InlineData("DL3044", "FROM a:1\nENV A=1\nFROM b:1\nENV A=2 \\\n  B=«${A}»\n")]
    [InlineData("DL3044", "# escape=`\nFROM a:1\nENV P=\"C:\\p\" `\n    Q=\"«$P»\\q\"\n")]
    [InlineData("DL3064", "FROM a:1\nENV A=1 «DB_PASSWORD»=hunter2\n")]
    [InlineData("DL3064", "FROM a:1\nENV «BUNDLE_GITHUB__COM»=user:token «BUNDLE_GEMS__CONTRIBSYS__COM»=a:b BUNDLE_PATH=/x\n")]
    [InlineData("DL3064", "FROM a:1\nENV «BUNDLE_A__IO»=a:b BUNDLE_BUILD__NOKOGIRI=--x "
        + "BUNDLE_MIRROR__COM=https://a.example BUNDLE_LOCAL__GEM=x\n")]
    [InlineData("DL3064", "FROM a:1\nARG «NuGetPackageSourceCredentials_feed»=\"Username=a;Password=b\"\n")]
    [InlineData("DL3064", "FROM a:1\nENV «API_TOKEN» abc123def\n")]
    [InlineData("DL3064", "FROM a:1\nONBUILD ARG «NPM_TOKEN»\n")]
    [InlineData("DL3064", "FROM a:1\nARG A «GH_TOKEN»=$X\nARG «AWS_ACCESS_KEY_ID»=AKIA0123456789\n")]
    [InlineData("DL3064", "FROM a:1\nARG «TOKEN»\nENV «TOKEN»=$TOKEN\n")]
    [InlineData("DL3064", "FROM a:1\nENV «LICENSE_KEY»=lgNvGyhn5PJi\n")]
    public void The_place_is_reported(string id, string marked) => Assert.NotEmpty(MarkedSource.Check(id, marked));

    [Theory]
    [InlineData("DL3044", "FROM a:1\nENV A=$A B=$C\n")]
    [InlineData("DL3044", "FROM a:1\nENV A=1\nENV A=2 B=$A\n")]
    [InlineData("DL3044", "FROM a:1 AS x\nENV A=1\nFROM x\nENV A=2 B=$A\n")]
    [InlineData("DL3044", "FROM a:1\nENV PATH=/x:$PATH LD=$PATH\nENV A=1 B='$A' C=\\$A D=$AB\n")]
    [InlineData("DL3044", "FROM a:1\nENV A $A b\n")]
    [InlineData("DL3064", "FROM a:1\nENV SSH_AUTH_SOCK=/x\nARG KMS_KEY_ALIAS\nARG KEY_NAME\nARG AUTH_MODULE_VERSION\n")]
    [InlineData("DL3064", "FROM a:1\nENV TOKENIZERS_PARALLELISM=false DB_PASSWORD_FILE=/run/secrets/x GOPRIVATE=example.com\n")]
    [InlineData("DL3064", "FROM a:1\nENV PRIVATE_DIR=/x USE_AUTH=x API_KEY_PATH=y PASSWORD= SECRET=/run/secrets/s\n")]
    [InlineData("DL3064", "FROM a:1\nENV GPG_KEY=A035C8C19219BA821ECEA86B64E628F8D684696D\nARG SECRET_KEY_BASE_DUMMY=1 TOKEN=true\nENV "
        + "Filters__0__Key=ProcessId\n")]
    [InlineData("DL3064", "ARG NPM_TOKEN\nFROM a:1\nENV MONKEY=1 KEYBOARD=us AUTHOR=ann PUBLIC_KEY=abc\n")]
    [InlineData("DL3064", "FROM a:1\nRUN --mount=type=secret,id=token,env=TOKEN x\n")]
    public void Nothing_is_reported(string id, string text) => Assert.Empty(MarkedSource.Lint(id, text));

    [Theory]
    [InlineData("FROM a:1\nARG NPM_TOKEN\n", Severity.Info)]
    [InlineData("FROM a:1\nARG NPM_TOKEN=${NPM_TOKEN}\n", Severity.Info)]
    [InlineData("FROM a:1\nARG NPM_TOKEN=abc123\n", Severity.Warning)]
    [InlineData("FROM a:1\nENV NPM_TOKEN=$X\n", Severity.Warning)]
    public void A_secret_in_the_file_weighs_more_than_one_given_from_outside(string text, Severity severity) =>
        Assert.Equal(severity, Assert.Single(MarkedSource.Lint("DL3064", text)).Severity);
}
