using System.Text;
using Dockerlint.Cache;
using Dockerlint.Optimizer;
using Dockerlint.Rules;
using Dockerlint.Semantics.Context;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>The optimizer on projects whose history changes sources often and manifests seldom.</summary>
public sealed class CacheOptimizerTests
{
    [Fact]
    public void The_whole_context_copied_before_pip_install_comes_out_with_the_manifest_first()
    {
        var found = Optimize(
            "FROM python:3.13\nCOPY . .\nRUN pip install -r requirements.txt\n", ("requirements.txt", "flask==3.0\n"), ("app.py", "1"));
        Assert.Equal("FROM python:3.13\nCOPY requirements.txt .\nRUN --mount=type=cache,target=/root/.cache/pip pip install -r "
            + "requirements.txt\nCOPY . .\n", found.After.Text);
        Assert.Equal(["copy the manifests first and install the dependencies from them", "keep the downloads of this step in a cache "
            + "mount"], found.Proposals.Select(proposal => proposal.Title));

        // Ten commits, one of which changes the manifest: of two steps the copy is always done again, of three two survive.
        Assert.Equal((0.0, 0.6), (found.Proposals[0].HitRateBefore, Math.Round(found.Proposals[0].HitRateAfter!.Value, 2)));
        Assert.True(found.Proposals[0].LostAfter < found.Proposals[0].LostBefore / 5);
    }

    public static TheoryData<string, string, string, string> Ecosystems => new()
    {
        { "RUN npm ci", "package.json", "{\"dependencies\": {\"a\": \"^1.0\"}}", "COPY package*.json ./" },
        { "RUN yarn install", "package.json", "{\"dependencies\": {\"a\": \"^1.0\"}}", "COPY package.json yarn.lock* ./" },
        { "RUN pnpm install", "package.json", "{\"dependencies\": {\"a\": \"^1.0\"}}", "COPY package.json pnpm-lock.yaml* ./" },
        { "RUN go mod download", "go.mod", "module a\n\ngo 1.25\n", "COPY go.mod go.sum* ./" },
        { "RUN go build -o /app .", "go.mod", "module a\n\ngo 1.25\n", "COPY go.mod go.sum* ./\nRUN go mod download" },
        { "RUN cargo build --release", "Cargo.toml", "[package]\nname = \"a\"\n\n[dependencies]\nserde = \"1\"\n",
            "COPY Cargo.toml Cargo.lock* ./\nRUN mkdir -p src && touch src/lib.rs && cargo fetch && rm -r src" },
        { "RUN mvn -B package", "pom.xml", "<project><dependencies/></project>", "COPY pom.xml .\nRUN mvn -B dependency:go-offline" },
        { "RUN gradle build", "build.gradle", "plugins { id 'java' }\ndependencies { implementation 'a:b:1' }\n",
            "COPY build.gradle* settings.gradle* gradle.properties* ./\nRUN gradle --no-daemon dependencies" },
        { "RUN dotnet publish -o /app", "a.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />", "COPY *.csproj ./\nRUN dotnet restore" },
        { "RUN bundle install", "Gemfile", "source 'https://rubygems.org'\ngem 'rails'\n", "COPY Gemfile Gemfile.lock* ./" },
        { "RUN composer install", "composer.json", "{\"require\": {\"a/b\": \"^1\"}}",
            "COPY composer.json composer.lock* ./\nRUN composer install --no-scripts --no-autoloader" },
        { "RUN poetry install", "pyproject.toml", "[tool.poetry.dependencies]\na = \"^1\"\n",
            "COPY pyproject.toml poetry.lock* ./\nRUN poetry install --no-root" },
        { "RUN uv sync", "pyproject.toml", "[project]\ndependencies = [\"a\"]\n",
            "COPY pyproject.toml uv.lock* ./\nRUN uv sync --no-install-project" },
    };

    [Theory]
    [MemberData(nameof(Ecosystems))]
    public void The_manifests_of_each_ecosystem_go_first(string run, string manifest, string content, string expected)
    {
        var found = Optimize($"FROM base:1\nWORKDIR /app\nCOPY . .\n{run}\n", (manifest, content), ("src/main", "1"));
        Assert.StartsWith("FROM base:1\nWORKDIR /app\n" + expected.Split('\n')[0] + "\nRUN", found.After.Text, StringComparison.Ordinal);
        var text = WithoutMounts(found.After.Text);
        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.True(text.IndexOf("COPY . .", StringComparison.Ordinal) > text.IndexOf(expected, StringComparison.Ordinal));
        Assert.True(found.ReplayAfter.HitRate > found.ReplayBefore.HitRate);
        Assert.Equal(found.ReplayBefore.Built, found.ReplayAfter.Built);
    }

    [Theory]
    [InlineData("RUN pip install -r requirements.txt", "requirements.txt", "-e .\n",
        "requirements.txt has -e ., which may need other files")]
    [InlineData("RUN pip install -r requirements.txt", "requirements.txt", "-r base.txt\n",
        "requirements.txt has -r base.txt, which may need other files")]
    [InlineData("RUN npm ci", "package.json", "{\"scripts\": {\"postinstall\": \"node x\"}}",
        "package.json has postinstall, which may need other files")]
    [InlineData("RUN npm ci", "package.json", "{\"dependencies\": {\"a\": \"file:lib\"}}",
        "package.json has file:, which may need other files")]
    [InlineData("RUN yarn install", "package.json", "{\"workspaces\": [\"a\"]}", "package.json has workspaces, which may need other files")]
    [InlineData("RUN go build .", "go.mod", "module a\nreplace b => ./b\n", "go.mod has => ., which may need other files")]
    [InlineData("RUN cargo build", "Cargo.toml", "[workspace]\n", "Cargo.toml has [workspace, which may need other files")]
    [InlineData("RUN mvn package", "pom.xml", "<project><modules><module>a</module></modules></project>",
        "pom.xml has <modules>, which may need other files")]
    [InlineData("RUN dotnet publish", "a.csproj", "<ProjectReference Include=\"b\" />",
        "a.csproj has ProjectReference, which may need other files")]
    [InlineData("RUN bundle install", "Gemfile", "gem 'a', path: 'b'\n", "Gemfile has path:, which may need other files")]
    [InlineData("RUN poetry install", "pyproject.toml", "[tool.poetry.dependencies]\na = {path = \"b\"}\n",
        "pyproject.toml has path =, which may need other files")]
    [InlineData("RUN gradle build", "settings.gradle", "include('a')\n", "settings.gradle has include(, which may need other files")]
    [InlineData("RUN composer install", "composer.json", "{\"repositories\": [{\"type\": \"path\"}]}",
        "composer.json has path, which may need other files")]
    [InlineData("RUN uv sync", "pyproject.toml", "[tool.uv.workspace]\n", "pyproject.toml has workspace, which may need other files")]
    public void A_manifest_that_needs_other_files_is_no_proof(string run, string manifest, string content, string doubt)
    {
        var found = Optimize($"FROM base:1\nWORKDIR /app\nCOPY . .\n{run}\n", (manifest, content), ("src/main", "1"));
        Assert.DoesNotContain(found.Proposals, proposal => !proposal.KeepsHitRate);
        Assert.Equal(doubt, Assert.Single(found.Rejected).Doubt);
    }

    [Theory]
    [InlineData("RUN pip install --no-index --find-links=wheels -r requirements.txt", "requirements.txt", "a==1\n", "wheels/a.whl",
        "pip is told of wheels too")]
    [InlineData("RUN pip install -f wheels -r requirements.txt", "requirements.txt", "a==1\n", "wheels/a.whl", "pip is told of wheels too")]
    [InlineData("RUN pip install --target=lib -r requirements.txt", "requirements.txt", "a==1\n", "lib/a.py", "pip is told of lib too")]
    [InlineData("RUN mvn package", "pom.xml", "<project/>", ".mvn/maven.config", "Maven reads .mvn too")]
    [InlineData("RUN npm ci", "package.json", "{}", "npm-shrinkwrap.json", "npm reads npm-shrinkwrap.json too")]
    [InlineData("ARG F=requirements.txt\nRUN pip install -r $F", "requirements.txt", "a==1\n", "x",
        "a variable says what is installed, and a build argument may change it")]
    public void What_the_command_line_or_the_project_adds_is_no_proof(
        string run, string manifest, string content, string other, string doubt)
    {
        var found = Optimize($"FROM base:1\nWORKDIR /app\nCOPY . .\n{run}\n", (manifest, content), (other, "x"), ("src/main", "1"));
        Assert.DoesNotContain(found.Proposals, proposal => !proposal.KeepsHitRate);
        Assert.Equal(doubt, Assert.Single(found.Rejected).Doubt);
    }

    [Fact]
    public void A_lock_file_that_links_to_the_project_is_no_proof()
    {
        var found = Optimize("FROM node:24\nWORKDIR /app\nCOPY . .\nRUN npm ci\n", ("package.json", "{}"),
            ("package-lock.json", "{\"packages\": {\"x\": {\"link\": true}}}"), ("src/main", "1"));
        Assert.Equal("package-lock.json links to a folder of the project", Assert.Single(found.Rejected).Doubt);
    }

    [Theory]
    [InlineData("RUN mvn dependency:go-offline\nRUN mvn package\n")]
    [InlineData("RUN cargo fetch\nRUN cargo build --offline\n")]
    [InlineData("RUN dotnet restore\nRUN dotnet publish --no-restore\n")]
    [InlineData("FROM base:1\nRUN gradle dependencies\nFROM 0\nRUN gradle build --offline\n")]
    public void No_mount_hides_what_an_earlier_step_has_fetched(string steps)
    {
        var text = steps.StartsWith("FROM", StringComparison.Ordinal) ? steps.Replace("base:1", "base:1 AS a", StringComparison.Ordinal)
            .Replace("FROM 0", "FROM a", StringComparison.Ordinal) : "FROM base:1\n" + steps;
        Assert.Equal(text, Optimize(text, ("src/main", "1")).After.Text);
    }

    [Fact]
    public void Behind_a_download_only_what_the_compiler_keeps_is_mounted()
    {
        var found = Optimize("FROM golang:1\nRUN go mod download\nRUN go build .\n", ("src/main", "1"));
        Assert.Equal(
            "FROM golang:1\nRUN go mod download\nRUN --mount=type=cache,target=/root/.cache/go-build go build .\n", found.After.Text);
    }

    [Fact]
    public void A_commit_declared_early_does_not_hide_that_the_manifests_should_go_first()
    {
        var found = Optimize("FROM python:3.13\nWORKDIR /app\nARG GIT_SHA\nENV SHA=$GIT_SHA\nCOPY . .\nRUN pip install -r "
            + "requirements.txt\nRUN echo $SHA > /v\n",
            ("requirements.txt", "a==1\n"), ("src/main", "1"));
        Assert.Equal("FROM python:3.13\nWORKDIR /app\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\nCOPY . .\nARG "
            + "GIT_SHA\nENV SHA=$GIT_SHA\nRUN echo $SHA > /v\n",
            WithoutMounts(found.After.Text));
    }

    [Fact]
    public void Files_that_the_tool_reads_besides_its_manifests_are_no_proof_either()
    {
        var found = Optimize(
            "FROM node:24\nWORKDIR /app\nCOPY . .\nRUN npm ci\n", ("package.json", "{}"), (".npmrc", "x"), ("src/main", "1"));
        Assert.Equal("npm reads .npmrc too", Assert.Single(found.Rejected).Doubt);
        found = Optimize(
            "FROM node:24\nWORKDIR /app\nCOPY . .\nRUN npm ci\n", ("package.json", "{}"), ("node_modules/a", "x"), ("src/main", "1"));
        Assert.Equal(
            "node_modules of the build context would be copied over what the installation wrote", Assert.Single(found.Rejected).Doubt);
    }

    [Fact]
    public void System_packages_go_above_the_copies_they_have_nothing_to_do_with()
    {
        var found = Optimize("FROM debian:12\nWORKDIR /app\nCOPY src .\nLABEL a=b\nRUN apt-get update && apt-get install -y git\nRUN "
            + "make\n", ("src/main", "1"));
        Assert.Equal("FROM debian:12\nWORKDIR /app\nRUN apt-get update && apt-get install -y git\nCOPY src .\nLABEL a=b\nRUN make\n",
            found.After.Text);
    }

    [Theory]
    [InlineData("FROM debian:12\nCOPY src /etc/apt\nRUN apt-get update && apt-get install -y git\n")]
    [InlineData("FROM debian:12\nCOPY src /\nRUN apt-get update && apt-get install -y git\n")]
    [InlineData("FROM debian:12\nWORKDIR /app\nCOPY src .\nRUN apt-get install -y ./git.deb\n")]
    [InlineData("FROM debian:12\nWORKDIR /app\nCOPY src .\nRUN apt-get install -y $(cat list)\n")]
    [InlineData("FROM debian:12\nWORKDIR /app\nCOPY src .\nRUN apt-get install -y git && ./configure\n")]
    [InlineData("FROM debian:12\nWORKDIR /app\nCOPY src .\nUSER me\nRUN apt-get install -y git\n")]
    [InlineData("FROM debian:12\nWORKDIR /app\nCOPY src .\nRUN mkdir out\n")]
    [InlineData("FROM debian:12\nWORKDIR /app\nCOPY src .\nRUN echo x > /app/a\n")]
    [InlineData("FROM debian:12\nWORKDIR /app\nCOPY src .\nRUN --mount=type=bind,target=/x apt-get install -y git\n")]
    [InlineData("FROM debian:12\nCOPY src .\nRUN apt-get install -y git\n")]
    [InlineData("FROM debian:12\nWORKDIR /app\nCOPY src .\nENV A=b\nRUN apt-get install -y git\n")]
    public void What_may_depend_on_the_files_stays_behind_them(string dockerfile)
    {
        var found = Optimize(dockerfile, ("src/main", "1"));
        Assert.Equal(dockerfile, found.After.Text);
        Assert.Empty(found.Rejected);
    }

    [Fact]
    public void A_commit_declared_early_goes_behind_what_does_not_use_it_with_all_that_is_made_from_it()
    {
        var found = Optimize("FROM debian:12\nARG GIT_SHA\nENV VERSION=$GIT_SHA\nLABEL v=$VERSION\nRUN apt-get update && apt-get install "
            + "-y git\nCOPY src /app\nRUN make VERSION=$VERSION\n", ("src/main", "1"));
        Assert.Equal("FROM debian:12\nRUN apt-get update && apt-get install -y git\nCOPY src /app\nARG GIT_SHA\nENV "
            + "VERSION=$GIT_SHA\nLABEL v=$VERSION\nRUN make VERSION=$VERSION\n", found.After.Text);
    }

    [Theory]
    [InlineData("FROM debian:12\nARG GIT_SHA\nRUN make\nCOPY src /app\n")]
    [InlineData("FROM debian:12\nARG GIT_SHA\nRUN apt-get install -y git=$GIT_SHA\n")]
    [InlineData("FROM debian:12\nARG VARIANT\nRUN apt-get install -y git\n")]
    public void A_value_that_may_be_used_stays(string dockerfile) =>
        Assert.Equal(dockerfile, Optimize(dockerfile, ("src/main", "1")).After.Text);

    [Fact]
    public void A_copy_of_several_sources_is_split_where_the_installation_reads_one_of_them()
    {
        var found = Optimize("FROM node:24\nWORKDIR /app\nCOPY package.json package-lock.json index.js lib/ ./\nRUN npm ci\n",
            ("package.json", "{}"), ("package-lock.json", "{}"), ("index.js", "1"), ("lib/a.js", "1"));
        Assert.Equal("FROM node:24\nWORKDIR /app\nCOPY package.json package-lock.json ./\nRUN npm ci\nCOPY index.js lib/ ./\n",
            WithoutMounts(found.After.Text));
    }

    [Fact]
    public void Line_ends_stay_as_they_are()
    {
        var found = Optimize(
            "FROM python:3.13\r\nCOPY . .\r\nRUN pip install -r requirements.txt\r\n", ("requirements.txt", "a\n"), ("app.py", "1"));
        Assert.Equal("FROM python:3.13\r\nCOPY requirements.txt .\r\nRUN pip install -r requirements.txt\r\nCOPY . .\r\n",
            WithoutMounts(found.After.Text));
    }

    [Fact]
    public void A_good_file_and_one_with_errors_have_no_proposals()
    {
        Assert.Empty(
            Optimize("FROM python:3.13\nCOPY requirements.txt .\nRUN pip install --no-cache-dir -r requirements.txt\nCOPY . .\n",
            ("requirements.txt", "a"), ("app.py", "1")).Proposals);
        Assert.Empty(Optimize("FROM python:3.13\nCOPI . .\nRUN pip install -r requirements.txt\n", ("requirements.txt", "a")).Proposals);
    }

    [Fact]
    public void Without_a_history_proposals_have_no_figures()
    {
        var proposal = Run("FROM python:3.13\nCOPY . .\nRUN pip install -r requirements.txt\n", 0, ("requirements.txt", "a")).Proposals[0];
        Assert.Null(proposal.HitRateBefore);
    }

    private static string WithoutMounts(string text) =>
        string.Join(' ', text.Replace(" \\\n   ", "", StringComparison.Ordinal).Split(' ')
        .Where(word => !word.StartsWith("--mount", StringComparison.Ordinal)));

    private static Optimization Optimize(string dockerfile, params (string Path, string Text)[] files) => Run(dockerfile, 10, files);

    // Each commit changes the last file, the fifth also the first.
    private static Optimization Run(string dockerfile, int commits, params (string Path, string Text)[] files)
    {
        var texts = files.ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal);
        texts["Dockerfile"] = dockerfile;
        ContextManifest At(int commit) => ContextManifest.Create(texts.Select(pair => new ContextEntry(pair.Key, ContextEntryKind.File)
        {
            Mode = 0x1A4,
            Content = ContextContent.FromBytes(Encoding.UTF8.GetBytes(pair.Value
                + (pair.Key == files[^1].Path ? commit : pair.Key == files[0].Path && commit >= 5 ? 5 : 0))),
        }));
        var history = Enumerable.Range(1, commits).Select(i => new HistoryCommit($"c{i}", $"c{i - 1}", "change", DateTimeOffset.UnixEpoch)
        {
            ContextBefore = At(i - 1),
            Context = At(i),
        }).ToList();
        return CacheOptimizer.Run(
            new OptimizerInput(
            SourceText.From(dockerfile), At(0), texts.GetValueOrDefault, history, new ReplayOptions { Timer = EstimatedTimes.Of }));
    }
}
