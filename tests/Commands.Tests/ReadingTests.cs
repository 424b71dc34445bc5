using Dockerlint.Commands;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>What went wrong in older readers, or would without a test noticing.</summary>
public sealed class ReadingTests
{
    private static string Operands(Invocation use) => string.Join(' ', use.Operands.Select(Shown.Word));

    [Fact]
    public void A_path_is_no_package_of_the_distribution()
    {
        var packages = Shown.Only("apt-get install -y ./x.deb /tmp/y.deb curl").Find(EffectKind.Installs)!.Packages;
        Assert.Equal([PackageOrigin.Path, PackageOrigin.Path, PackageOrigin.Registry], packages.Select(package => package.Origin));
    }

    [Theory]
    [InlineData("apt-get install -t bookworm-backports -o A=b -y curl")]
    [InlineData("apk add -X https://example.org -t .deps curl")]
    [InlineData("dnf install --enablerepo crb -x kernel curl")]
    [InlineData("zypper -n in -r repo --from other curl")]
    public void The_value_of_an_option_is_no_package(string command) =>
        Assert.Equal(["curl"], Shown.Only(command).Find(EffectKind.Installs)!.Packages.Select(package => package.Name));

    [Theory]
    [InlineData("sudo -u app npm ci")]
    [InlineData("sudo -g app -u app npm ci")]
    [InlineData("sudo -p : -C 3 npm ci")]
    public void The_user_of_sudo_is_not_the_program(string command)
    {
        var use = Shown.Only(command);
        Assert.Equal(NodeTools.Npm, use.Tool);
        Assert.Equal("ci", use.VerbName);
        Assert.Equal("sudo", Assert.Single(use.Wrappers).Name);
    }

    [Theory]
    [InlineData("timeout 5 npm ci")]
    [InlineData("timeout -k 1 -s KILL 5m npm ci")]
    [InlineData("nice npm ci")]
    [InlineData("nice -n 10 npm ci")]
    [InlineData("nice -10 npm ci")]
    [InlineData("chroot /mnt npm ci")]
    [InlineData("flock /lock npm ci")]
    public void The_operand_of_a_wrapper_is_not_the_program(string command) => Assert.True(Shown.Only(command).Does(NodeTools.Npm, "ci"));

    [Theory]
    [InlineData("bundle install", true)]
    [InlineData("bundle", true)]
    [InlineData("bundle config set frozen true", false)]
    [InlineData("bundle check", false)]
    [InlineData("bundle show rails", false)]
    [InlineData("bundle --version", false)]
    public void Bundle_installs_when_it_is_told_to(string command, bool installs) => Assert.Equal(installs,
        Shown.Only(command).Does(EffectKind.Installs));

    [Theory]
    [InlineData("rm -rf /var/lib/apt/lists/*", "/var/lib/apt/lists/*")]
    [InlineData("rm -r -- -f ./src", "-f ./src")]
    [InlineData("rm src/x", "src/x")]
    public void What_rm_removes_is_known(string command, string files) =>
        Assert.Equal(files, string.Join(' ', Shown.Only(command).Find(EffectKind.Deletes)!.Targets.Select(word => word.Text)));

    [Theory]
    [InlineData("adduser -D -u 1000 -G staff -h /x app", "app")]
    [InlineData("adduser --disabled-password --gecos '' --home /x app", "app")]
    [InlineData("useradd -m -d /x -g staff -G a,b -c 'x y' app", "app")]
    [InlineData("adduser app docker", "app docker")]
    public void The_operands_of_adduser_are_the_user_and_the_group(string command, string operands) => Assert.Equal(operands,
        Operands(Shown.Only(command)));

    [Theory]
    [InlineData("go -C sub build ./...", "build", "sub")]
    [InlineData("go build -C sub ./...", "build", "sub")]
    [InlineData("go -C=sub mod download", "mod download", "sub")]
    [InlineData("git -C /src clone x", "clone", "/src")]
    [InlineData("cd a && make -C b", null, "a/b")]
    [InlineData("npm --prefix client ci", "ci", "client")]
    public void An_option_says_in_which_folder_a_command_works(string command, string? verb, string folder)
    {
        var use = Shown.Read(command)[^1];
        Assert.Equal(verb, use.VerbName);
        Assert.Equal(folder, use.Folder);
    }

    [Theory]
    [InlineData("pip install ./path", true)]
    [InlineData("pip install -e .", true)]
    [InlineData("pip install '.[dev]'", true)]
    [InlineData("pip install dist/x.whl", true)]
    [InlineData("pip install -r requirements.txt", true)]
    [InlineData("pip install flask", false)]
    [InlineData("pip install https://example.org/x.whl", false)]
    public void A_path_that_pip_installs_is_a_project_of_the_context(string command, bool isProject) => Assert.Equal(isProject,
        Shown.Only(command).Does(EffectKind.Context));

    [Theory]
    [InlineData("pip install --index-url=https://example.org x", "--index-url", "https://example.org", "x")]
    [InlineData("pip install --index-url https://example.org x", "--index-url", "https://example.org", "x")]
    [InlineData("wget --directory-prefix /tmp https://example.org", "-P", "/tmp", "https://example.org")]
    [InlineData("wget --directory-prefix=/tmp https://example.org", "-P", "/tmp", "https://example.org")]
    [InlineData("wget -P/tmp https://example.org", "--directory-prefix", "/tmp", "https://example.org")]
    [InlineData("curl --output='a b' https://example.org", "-o", "a b", "https://example.org")]
    [InlineData("curl -sSLoa https://example.org", "--output", "a", "https://example.org")]
    public void The_value_of_an_option_stands_behind_an_equals_sign_in_the_word_or_in_the_next(string command, string option,
        string value, string operands)
    {
        var use = Shown.Only(command);
        Assert.Equal(value, use.Option(option)?.KnownValue);
        Assert.Equal(operands, Operands(use));
    }

    [Theory]
    [InlineData("rm -f -- -r x", "-r x")]
    [InlineData("apt-get install -y -- -y", "-y")]
    [InlineData("sudo -- npm ci", "")]
    [InlineData("grep -- -x f", "-x f")]
    public void Two_dashes_end_the_options(string command, string operands) => Assert.Equal(operands, Operands(Shown.Only(command)));

    [Theory]
    [InlineData("apt-get install -y curl", false)]
    [InlineData("apt-get install -qq curl", false)]
    [InlineData("apt-get install curl", true)]
    [InlineData("apt-get install -q curl", true)]
    [InlineData("zypper in -n curl", true)]
    [InlineData("zypper -n in curl", false)]
    [InlineData("conda install -y x", false)]
    [InlineData("conda install x", true)]
    public void A_command_asks_unless_it_is_told_not_to(string command, bool asks) => Assert.Equal(asks,
        Shown.Only(command).Does(EffectKind.Asks));

    [Theory]
    [InlineData("apt-get install $X curl")]
    [InlineData("apt-get install \"$X\" curl")]
    [InlineData("xargs apt-get install")]
    [InlineData("apt-get install --$X curl")]
    [InlineData("apt-get install -$X curl")]
    public void What_may_be_an_option_leaves_open_whether_a_command_asks(string command)
    {
        var use = Shown.Only(command);
        Assert.True(use.IsOpen);
        Assert.False(use.Does(EffectKind.Asks));
        var asks = use.Effects.Where(effect => effect.Kind == EffectKind.Asks).ToList();
        Assert.NotEmpty(asks);
        Assert.All(asks, effect => Assert.Equal(Certainty.Conditional, effect.Certainty));
    }

    [Theory]
    [InlineData("apt-get install curl=$V", false)]
    [InlineData("apt-get install \"curl=$V\"", false)]
    [InlineData("apt-get install -o Dir=$X curl", false)]
    [InlineData("apt-get install -o \"$X\" curl", false)]
    [InlineData("apt-get install -- \"$X\"", false)]
    [InlineData("apt-get install $X", true)]
    public void A_word_whose_beginning_is_known_is_no_option(string command, bool isOpen) => Assert.Equal(isOpen,
        Shown.Only(command).IsOpen);

    [Theory]
    [InlineData("apt-get $X curl")]
    [InlineData("apt-get \"$X\" install")]
    [InlineData("npm $X")]
    public void The_verb_behind_an_unknown_word_is_not_known(string command)
    {
        var use = Shown.Only(command);
        Assert.Null(use.VerbName);
        Assert.Empty(use.Effects);
    }

    [Fact]
    public void An_unknown_option_in_front_leaves_the_verb_known() => Assert.Equal("install", Shown.Only("apt-get -o \"$X\" install "
        + "x").VerbName);

    [Theory]
    [InlineData("$X install y", null)]
    [InlineData("$X/apt-get install y", "apt-get")]
    [InlineData("\"${X}apt-get\" install y", null)]
    public void A_name_counts_when_all_of_it_behind_the_folder_is_known(string command, string? name) => Assert.Equal(name,
        Shown.Only(command).Name);

    [Fact]
    public void The_environment_is_what_exports_assignments_and_env_say()
    {
        var use = Shown.Read("export A=1 B=2; A=3; C=4 env -u B D=5 npm ci")[^1];
        Assert.Equal(["A=1", "B=2", "A=3", "C=4", "B", "D=5"], use.Environment.Select(setting => setting.IsUnset ? setting.Name
            : $"{setting.Name}={setting.Value}"));
        Assert.True(Shown.Only("env -i A=1 npm ci").HasEmptyEnvironment);
    }

    [Theory]
    [InlineData("cd a; cd b; x", "a/b")]
    [InlineData("cd /a/../b && x", "/b")]
    [InlineData("(cd a); x", "")]
    [InlineData("(cd a && x)", "a")]
    [InlineData("cd a | y; x", "")]
    [InlineData("if y; then cd a; fi; x", null)]
    [InlineData("if cd a; then x; fi", "a")]
    [InlineData("cd ~; x", null)]
    [InlineData("cd -; x", null)]
    [InlineData("pushd a; x", "a")]
    [InlineData("y || cd a; x", null)]
    [InlineData("cd ../b; x", "../b")]
    [InlineData("sh -c 'cd a; x'", "a")]
    [InlineData("sh -c 'cd a'; x", "")]
    [InlineData("env -C a x", "a")]
    public void A_command_runs_in_the_folder_that_the_script_went_to(string script, string? folder) =>
        Assert.Equal(folder, Shown.Read(script).Last(use => use.Name == "x").Folder);

    [Theory]
    [InlineData("x", false)]
    [InlineData("y && x", false)]
    [InlineData("y || x", true)]
    [InlineData("y || z && x", false)]
    [InlineData("[ -f y ] && x", true)]
    [InlineData("if y; then x; fi", true)]
    [InlineData("if x; then y; fi", false)]
    [InlineData("while x; do y; done", false)]
    [InlineData("for i in 1; do x; done", true)]
    [InlineData("f() { x; }", true)]
    [InlineData("(x)", false)]
    [InlineData("{ x; }", false)]
    [InlineData("y $(x)", false)]
    [InlineData("find . -exec x {} +", true)]
    public void A_command_in_a_branch_may_not_run(string script, bool isConditional) =>
        Assert.Equal(isConditional, Shown.Read(script).Single(use => use.Name == "x").IsConditional);
}
