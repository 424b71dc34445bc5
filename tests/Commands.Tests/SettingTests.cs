using Dockerlint.Commands;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>Settings, and what a tool says of them; whether something is checked, updated or locked.</summary>
public sealed class SettingTests
{
    [Theory]
    [InlineData("git -c http.sslVerify=0 clone x", "http.sslVerify=0")]
    [InlineData("git config --global http.sslverify FALSE", "http.sslverify=FALSE")]
    [InlineData("git config http.https://x.com/.sslVerify false", "http.https://x.com/.sslVerify=false")]
    [InlineData("apt-get -oAcquire::https::x.com::Verify-Peer=no update", "Acquire::https::x.com::Verify-Peer=no")]
    [InlineData("pip config set global.trusted-host x.com", "global.trusted-host=x.com")]
    [InlineData("conda config --set ssl_verify false", "ssl_verify=false")]
    [InlineData("npm --strict-ssl false install", "strict-ssl=false")]
    [InlineData("yarn config set enableStrictSsl false", "enableStrictSsl=false")]
    [InlineData("ssh -o StrictHostKeyChecking=no a@b", "StrictHostKeyChecking=no")]
    [InlineData("rsync -e 'ssh -o StrictHostKeyChecking=no' a b:", "ssh -o StrictHostKeyChecking=no")]
    [InlineData("skopeo copy --src-tls-verify=false a b", "src-tls-verify=false")]
    [InlineData("git -c http.sslVerify=true clone x", null)]
    [InlineData("git -c http.sslVerify=$X clone x", null)]
    [InlineData("git clone http.sslVerify", null)]
    [InlineData("npm config get strict-ssl", null)]
    [InlineData("npm run x -- --strict-ssl", null)]
    public void A_tool_knows_the_settings_with_which_it_does_not_check_who_answers(string command, string? setting) =>
        Assert.Equal(setting, Shown.Only(command).InsecureSetting is { } found ? $"{found.Name}={found.Value}" : null);

    [Theory]
    [InlineData("aws configure set aws_session_token abc", "abc")]
    [InlineData("npm config set //x.com/:_authToken=abc", "abc")]
    [InlineData("poetry config http-basic.x user abc", "abc")]
    [InlineData("poetry config pypi-token.x abc", "abc")]
    [InlineData("composer config github-oauth.github.com abc", "abc")]
    [InlineData("aws configure set region abc", null)]
    [InlineData("poetry config http-basic.x user", null)]
    public void A_tool_knows_the_settings_that_are_secret(string command, string? value) =>
        Assert.Equal(value, Shown.Only(command).SecretSetting?.Value);

    [Theory]
    [InlineData("sha256sum x", true)]
    [InlineData("gpg --verify x", true)]
    [InlineData("gpg x.asc", true)]
    [InlineData("openssl dgst -sha256 x", true)]
    [InlineData("gpg --dearmor x", false)]
    [InlineData("gpg --import x", false)]
    [InlineData("openssl rand 9", false)]
    [InlineData("rpm -i x.rpm", false)]
    public void A_command_may_check_what_was_fetched(string command, bool may) => Assert.Equal(may, Shown.Only(command).MayCheck);

    [Theory]
    [InlineData("pnpm i", "pnpm install --frozen-lockfile", "pnpm-lock.yaml")]
    [InlineData("npm i", "npm ci", "package-lock.json")]
    [InlineData("uv sync", "uv sync --locked", "uv.lock")]
    [InlineData("cargo b", "cargo build --locked", "Cargo.lock")]
    [InlineData("npm ci", null, null)]
    [InlineData("npm install x", null, null)]
    [InlineData("poetry install", null, null)]
    [InlineData("bundle exec rake", null, null)]
    public void An_installation_says_how_it_is_held_to_its_lock_file(string command, string? advice, string? lockFile)
    {
        var specs = Shown.Read(command)[0].Effects.Select(effect => effect.Spec).Where(spec => spec.Lock is not null).ToList();
        if (lockFile is null)
        {
            Assert.DoesNotContain(specs, spec => spec.Lock!.Advice == advice || advice is null);
        }
        else
        {
            var spec = Assert.Single(specs);
            Assert.Equal((advice, lockFile), (spec.Lock!.Advice, spec.LockFile));
        }
    }

    [Theory]
    [InlineData("composer update", true)]
    [InlineData("go get -u=patch ./...", true)]
    [InlineData("uv lock --upgrade", true)]
    [InlineData("cargo update", true)]
    [InlineData("pipenv update", true)]
    [InlineData("yarn up x", true)]
    [InlineData("apt full-upgrade", true)]
    [InlineData("apk upgrade", true)]
    [InlineData("zypper patch", true)]
    [InlineData("go get ./...", false)]
    [InlineData("apk upgrade openssl", false)]
    [InlineData("dnf update --security", false)]
    [InlineData("dnf update $P", false)]
    [InlineData("apt-get update", false)]
    [InlineData("bundle update --bundler", false)]
    [InlineData("npm update -g", false)]
    public void A_command_updates_when_it_takes_newer_versions(string command, bool updates) =>
        Assert.Equal(updates, Shown.Only(command).Does(EffectKind.Updates));
}
