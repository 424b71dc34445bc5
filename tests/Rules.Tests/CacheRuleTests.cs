using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

public sealed class CacheRuleTests
{
    [Theory]
    [InlineData("pip", "FROM python:3.11\nCOPY . .\nRUN pip install -r requirements.txt\n",
        "FROM python:3.11\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\nCOPY . .\n")]
    [InlineData("pip to a folder", "FROM a:1\nWORKDIR /app\nCOPY . /app\nRUN pip install -r requirements.txt -c constraints.txt\n",
        "FROM a:1\nWORKDIR /app\nCOPY requirements.txt constraints.txt /app/\nRUN pip install -r requirements.txt -c "
        + "constraints.txt\nCOPY . /app\n")]
    [InlineData("pip by path", "FROM a:1\nADD . /app/\nRUN python3 -m pip install -r /app/req/base.txt\n",
        "FROM a:1\nCOPY req/base.txt /app/req/\nRUN python3 -m pip install -r /app/req/base.txt\nADD . /app/\n")]
    [InlineData("ADD", "FROM a:1\nADD . .\nRUN pip install -r requirements.txt\n",
        "FROM a:1\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\nADD . .\n")]
    [InlineData("flags", "FROM a:1\nCOPY --chown=1:1 . .\nRUN --network=default pip install -r r.txt\n",
        "FROM a:1\nCOPY --chown=1:1 r.txt .\nRUN --network=default pip install -r r.txt\nCOPY --chown=1:1 . .\n")]
    [InlineData("steps between", "FROM a:1\nCOPY . /app\nWORKDIR /app\nENV A=b\nRUN apt-get update && apt-get install -y gcc\nRUN pip "
        + "install -r r.txt\n", "FROM a:1\nCOPY r.txt /app/\nWORKDIR /app\nENV A=b\nRUN apt-get update && apt-get install -y gcc\nRUN "
        + "pip install -r r.txt\nCOPY . /app\n")]
    [InlineData("manifest there already", "FROM a:1\nCOPY r.txt ./\nCOPY . ./\nRUN pip install -r r.txt\n",
        "FROM a:1\nCOPY r.txt ./\nRUN pip install -r r.txt\nCOPY . ./\n")]
    [InlineData("uv", "FROM a:1\nCOPY . .\nRUN uv sync --locked\n",
        "FROM a:1\nCOPY pyproject.toml uv.lock ./\nRUN uv sync --locked --no-install-project\nCOPY . .\nRUN uv sync --locked\n")]
    [InlineData("poetry", "FROM a:1\nCOPY . .\nRUN poetry install --no-root\n",
        "FROM a:1\nCOPY pyproject.toml poetry.lock* ./\nRUN poetry install --no-root\nCOPY . .\n")]
    [InlineData("poetry with project", "FROM a:1\nCOPY . .\nRUN poetry install\n",
        "FROM a:1\nCOPY pyproject.toml poetry.lock* ./\nRUN poetry install --no-root\nCOPY . .\nRUN poetry install\n")]
    [InlineData("pipenv", "FROM a:1\nCOPY . .\nRUN pipenv install --system --deploy\n",
        "FROM a:1\nCOPY Pipfile Pipfile.lock* ./\nRUN pipenv install --system --deploy\nCOPY . .\n")]
    [InlineData("npm", "FROM a:1\nCOPY . .\nRUN npm ci --omit=dev\n", "FROM a:1\nCOPY package*.json ./\nRUN npm ci --omit=dev\nCOPY . .\n")]
    [InlineData("npm and build", "FROM a:1\nCOPY . .\nRUN npm ci && npm run build\n",
        "FROM a:1\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\nRUN npm ci && npm run build\n")]
    [InlineData("npm in a folder", "FROM a:1\nWORKDIR /src\nCOPY . .\nRUN cd web && npm ci\n",
        "FROM a:1\nWORKDIR /src\nCOPY web/package*.json web/\nRUN cd web && npm ci\nCOPY . .\n")]
    [InlineData("yarn", "FROM a:1\nCOPY . .\nRUN yarn install --frozen-lockfile\n",
        "FROM a:1\nCOPY package.json yarn.lock* ./\nRUN yarn install --frozen-lockfile\nCOPY . .\n")]
    [InlineData("pnpm", "FROM a:1\nCOPY . .\nRUN corepack enable && pnpm install\n",
        "FROM a:1\nCOPY package.json pnpm-lock.yaml* ./\nRUN corepack enable && pnpm install\nCOPY . .\n")]
    [InlineData("bun", "FROM a:1\nCOPY . .\nRUN bun install\n", "FROM a:1\nCOPY package.json bun.lock* ./\nRUN bun install\nCOPY . .\n")]
    [InlineData("bundler", "FROM a:1\nCOPY . .\nRUN bundle install --jobs 4\n",
        "FROM a:1\nCOPY Gemfile Gemfile.lock* ./\nRUN bundle install --jobs 4\nCOPY . .\n")]
    [InlineData("composer", "FROM a:1\nCOPY . .\nRUN composer install --no-dev\n",
        "FROM a:1\nCOPY composer.json composer.lock* ./\nRUN composer install --no-dev --no-scripts --no-autoloader\nCOPY . .\nRUN "
        + "composer install --no-dev\n")]
    [InlineData("go mod download", "FROM a:1\nCOPY . .\nRUN go mod download\nRUN go build .\n",
        "FROM a:1\nCOPY go.mod go.sum* ./\nRUN go mod download\nCOPY . .\nRUN go build .\n")]
    [InlineData("go build", "FROM a:1\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /x ./cmd/x\n",
        "FROM a:1\nCOPY go.mod go.sum* ./\nRUN go mod download\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /x ./cmd/x\n")]
    [InlineData("cargo", "FROM a:1\nCOPY . .\nRUN cargo build --release\n",
        "FROM a:1\nCOPY Cargo.toml Cargo.lock* ./\nRUN mkdir -p src && touch src/lib.rs && cargo fetch && rm -r src\nCOPY . .\nRUN cargo "
        + "build --release\n")]
    [InlineData("maven", "FROM a:1\nCOPY . .\nRUN mvn -q package\n",
        "FROM a:1\nCOPY pom.xml .\nRUN mvn -B dependency:go-offline\nCOPY . .\nRUN mvn -q package\n")]
    [InlineData("maven wrapper", "FROM a:1\nCOPY . .\nRUN ./mvnw package\n",
        "FROM a:1\nCOPY mvnw pom.xml ./\nCOPY .mvn .mvn/\nRUN ./mvnw -B dependency:go-offline\nCOPY . .\nRUN ./mvnw package\n")]
    [InlineData("gradle", "FROM a:1\nCOPY . .\nRUN gradle build\n",
        "FROM a:1\nCOPY build.gradle* settings.gradle* gradle.properties* ./\nRUN gradle --no-daemon dependencies\nCOPY . .\nRUN gradle "
        + "build\n")]
    [InlineData("dotnet restore", "FROM a:1\nCOPY . .\nRUN dotnet restore src/App/App.csproj\n",
        "FROM a:1\nCOPY src/App/App.csproj src/App/\nRUN dotnet restore src/App/App.csproj\nCOPY . .\n")]
    [InlineData("dotnet publish", "FROM a:1\nCOPY . .\nRUN dotnet publish -c Release -o /out\n",
        "FROM a:1\nCOPY *.csproj ./\nRUN dotnet restore\nCOPY . .\nRUN dotnet publish -c Release -o /out\n")]
    [InlineData("apt list by xargs", "FROM a:1\nCOPY . .\nRUN apt-get update && xargs apt-get install -y < packages.txt\n",
        "FROM a:1\nCOPY packages.txt .\nRUN apt-get update && xargs apt-get install -y < packages.txt\nCOPY . .\n")]
    [InlineData("apt list by cat", "FROM a:1\nCOPY . .\nRUN apt-get update && apt-get install -y $(cat packages.txt)\n",
        "FROM a:1\nCOPY packages.txt .\nRUN apt-get update && apt-get install -y $(cat packages.txt)\nCOPY . .\n")]
    [InlineData("maven in a folder", "FROM a:1\nCOPY . /src\nRUN cd /src && mvn package\n",
        "FROM a:1\nCOPY pom.xml /src/\nRUN (cd /src && mvn -B dependency:go-offline)\nCOPY . /src\nRUN cd /src && mvn package\n")]
    [InlineData("npm in the exec form", "FROM a:1\nCOPY . .\nRUN [\"npm\", \"ci\"]\n",
        "FROM a:1\nCOPY package*.json ./\nRUN [\"npm\", \"ci\"]\nCOPY . .\n")]
    [InlineData("npm behind wrappers", "FROM a:1\nCOPY . .\nRUN cd web && env CI=1 timeout 600 npm ci\n",
        "FROM a:1\nCOPY web/package*.json web/\nRUN cd web && env CI=1 timeout 600 npm ci\nCOPY . .\n")]
    [InlineData("npm in a script of sh", "FROM a:1\nCOPY . .\nRUN sh -c 'cd web && npm ci'\n",
        "FROM a:1\nCOPY web/package*.json web/\nRUN sh -c 'cd web && npm ci'\nCOPY . .\n")]
    [InlineData("pip of the interpreter", "FROM a:1\nCOPY . .\nRUN sudo python3 -m pip install -r r.txt\n",
        "FROM a:1\nCOPY r.txt .\nRUN sudo python3 -m pip install -r r.txt\nCOPY . .\n")]
    [InlineData("dnf list", "FROM a:1\nCOPY . .\nRUN xargs -a packages.txt dnf install -y\n",
        "FROM a:1\nCOPY packages.txt .\nRUN xargs -a packages.txt dnf install -y\nCOPY . .\n")]
    [InlineData("mix", "FROM a:1\nCOPY . .\nRUN mix deps.get\n", "FROM a:1\nCOPY mix.exs mix.lock* ./\nRUN mix deps.get\nCOPY . .\n")]
    [InlineData("pub", "FROM a:1\nCOPY . .\nRUN dart pub get\n",
        "FROM a:1\nCOPY pubspec.yaml pubspec.lock* ./\nRUN dart pub get\nCOPY . .\n")]
    public void Manifests_are_copied_and_dependencies_installed_first(string what, string before, string after)
    {
        var loop = new FixLoop(LinterFor("DK1001"), new FixSelection(Applicability.Unsafe));
        var result = loop.Run(new LintInput(SourceText.From(before)));
        Assert.True(result.Before.Diagnostics.Count == 1, what);
        Assert.Equal(after, result.Source.Text);
        Assert.Empty(result.After.Diagnostics);
        Assert.Empty(result.Rejected);
        var windows = loop.Run(new LintInput(SourceText.From(before.Replace("\n", "\r\n", StringComparison.Ordinal))));
        Assert.Equal(after.Replace("\n", "\r\n", StringComparison.Ordinal), windows.Source.Text);
    }

    [Theory]
    [InlineData("FROM a:1\nCOPY . .\nRUN pip install -r requirements.txt -e .\n")]
    [InlineData("FROM a:1\nCOPY . .\nRUN make assets\nRUN npm ci\n")]
    [InlineData("FROM a:1\nCOPY . .\nCOPY extra/ ./\nRUN npm ci\n")]
    [InlineData("FROM a:1\nCOPY . .\nWORKDIR /x\nWORKDIR ..\nRUN cd / && npm ci --prefix /\nRUN pip install -r <(true)\n")]
    [InlineData("FROM a:1\nWORKDIR /s\nCOPY . .\nRUN dotnet restore App.sln\n")]
    [InlineData("FROM a:1\nCOPY . .\nRUN npm ci \\\n\n# comment\n")]
    [InlineData("FROM a:1\nCOPY . .\nRUN if true; then npm ci; fi && npm run build\n")]
    [InlineData("FROM a:1\nCOPY . .\nRUN <<EOF\nnpm ci\nEOF\n")]
    [InlineData("FROM a:1\nCOPY . .\nRUN sh -c 'npm ci && npm run build'\n")]
    [InlineData("FROM a:1\nCOPY . .\nRUN sudo -u bob go build .\n")]
    [InlineData("FROM a:1\nCOPY . .\nRUN [\"poetry\", \"install\"]\n")]
    [InlineData("FROM a:1\nCOPY . .\nRUN sh setup.sh\nRUN npm ci\n")]
    public void Where_moving_is_not_sure_to_be_right_there_is_no_fix(string text) =>
        Assert.All(Lint("DK1001", text), finding => Assert.Empty(finding.Fixes));

    [Theory]
    [InlineData("FROM a:1\nCOPY package.json ./\nRUN npm ci\nCOPY . .\nRUN npm ci --production\n")]
    [InlineData("FROM a:1\nCOPY src/ src/\nRUN npm ci\n")]
    [InlineData("FROM a:1\nCOPY --from=b . .\nRUN npm ci\n")]
    [InlineData("FROM a:1\nCOPY req.txt /tmp/\nCOPY . /app\nRUN pip install -r /tmp/req.txt\n")]
    [InlineData("FROM a:1\nCOPY . /app\nRUN npm ci\n")]
    [InlineData("FROM a:1\nCOPY . .\nRUN npm install -g typescript\nRUN pip install flask\nRUN yarn build\n")]
    [InlineData("FROM a:1\nCOPY . .\nRUN go install example.com/x@v1\nRUN go build -mod=vendor .\nRUN cargo build --offline\n")]
    [InlineData("FROM a:1\nCOPY . .\nRUN --mount=type=cache,target=/root/.m2 mvn package\n")]
    [InlineData("FROM a:1\nCOPY . .\nRUN --mount=type=bind,source=r.txt,target=r.txt pip install -r r.txt\n")]
    [InlineData("FROM a:1 AS deps\nCOPY go.mod .\nRUN go mod download\nFROM deps\nCOPY . .\nRUN go build .\n")]
    [InlineData("FROM a:1\nSHELL [\"powershell\", \"-Command\"]\nCOPY . .\nRUN npm ci\n")]
    public void An_install_that_does_not_depend_on_the_broad_copy_is_left_alone(string text) => Assert.Empty(Lint("DK1001", text));

    [Theory]
    [InlineData("DK1002", "FROM a:1\nARG COMMIT_SHA\nCOPY package*.json ./\nRUN npm ci\n", "COMMIT_SHA")]
    [InlineData("DK1002", "FROM a:1\nARG SHA\nENV GIT_SHA=$SHA\nRUN make\n", "GIT_SHA")]
    [InlineData("DK1003", "FROM a:1\nLABEL rev=${VCS_REF}\nRUN apk add git\n", "rev")]
    [InlineData("DK1004", "FROM a:1\nRUN apt-get -qq update\nWORKDIR /x\nRUN apt-get install -y curl\n", "apt-get")]
    [InlineData("DK1005", "FROM a:1\nRUN echo && npm ci\n", "npm")]
    [InlineData("DK1005", "FROM a:1\nRUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\n", "apt-get")]
    [InlineData("DK1004", "FROM a:1\nRUN zypper -n refresh\nRUN zypper -n in curl\n", "zypper")]
    [InlineData("DK1002", "FROM a:1\nARG VERSION\nLABEL org.opencontainers.image.version=$VERSION\nRUN npm ci\n", "VERSION")]
    [InlineData("DK1002", "FROM a:1\nARG COMMIT_SHA\nRUN sudo bash -c 'npm ci'\n", "COMMIT_SHA")]
    [InlineData("DK1003", "FROM a:1\nLABEL rev=${VCS_REF}\nRUN [\"microdnf\", \"install\", \"git\"]\n", "rev")]
    [InlineData("DK1004", "FROM a:1\nRUN sudo apt-get update\nRUN sh -c 'apt-get install -y curl'\n", "apt-get")]
    [InlineData("DK1004", "FROM a:1\nRUN pacman -Sy\nRUN env A=b pacman -S --noconfirm git\n", "pacman")]
    [InlineData("DK1005", "FROM a:1\nRUN sh -c \"env CI=1 npm ci\"\n", "npm")]
    [InlineData("DK1005", "FROM a:1\nRUN [\"pip\", \"install\", \"-r\", \"r.txt\"]\n", "pip")]
    [InlineData("DK1007", "FROM a:1\nRUN sudo timeout 60 git clone https://github.com/a/b\n", "git")]
    [InlineData("DK1007", "FROM a:1\nRUN sh -c 'wget https://example.com/latest/x'\n", "https://example.com/latest/x")]
    [InlineData("DK1009", "FROM a:1 AS x\nENV A=b\nRUN sudo tdnf install -y git\nFROM a:1 AS y\nRUN sudo tdnf install -y git\n", "RUN")]
    [InlineData("DK1006", "FROM a:1\nADD https://github.com/a/b.git /src\n", "https://github.com/a/b.git")]
    [InlineData("DK1007", "FROM a:1\nRUN x && git clone --depth 1 https://github.com/a/b\n", "git")]
    [InlineData("DK1008", "FROM a:1\nCOPY [\"x\", \".git\", \"/y/\"]\n", "\".git\"")]
    [InlineData("DK1009", "FROM a:1 AS x\nENV A=b\nCOPY package*.json ./\nRUN npm ci\nFROM a:1 AS y\nCOPY package*.json ./\nRUN npm ci "
        + "--omit=dev\nFROM a:1\nCOPY package*.json ./\n\tRUN npm ci\n", "RUN")]
    [InlineData("DK1010", "FROM a:1\nCOPY --chown=1:1 --from=b:1 /x /y\n", "--from")]
    public void The_other_cache_rules_point_at_the_very_word(string id, string text, string word)
    {
        var finding = Assert.Single(Lint(id, text));
        Assert.Equal(word, text.Substring(finding.Span.Start, finding.Span.Length));
    }

    [Theory]
    [InlineData("DK1001", "FROM a:1\nCOPY . .\nRUN go mod download\n", "go mod download runs again")]
    [InlineData("DK1001", "FROM a:1\nCOPY . .\nRUN uv pip install -r r.txt\n", "uv pip install runs again")]
    [InlineData("DK1005", "FROM a:1\nCOPY r.txt .\nRUN uv pip install -r r.txt\n", "/root/.cache/uv ")]
    [InlineData("DK1005", "FROM a:1\nRUN apt-get install -y curl\n", "/var/cache/apt ")]
    [InlineData("DK1005", "FROM a:1\nRUN yum -y install curl\n", "/var/cache/yum ")]
    [InlineData("DK1001", "FROM a:1\nCOPY . .\nRUN sudo python3 -m pip install -r r.txt\n", "pip install runs again")]
    public void The_message_names_the_command_and_the_folder(string id, string text, string part) =>
        Assert.Contains(part, Assert.Single(Lint(id, text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("DK1002", "FROM a:1\nARG GIT_SHA\nRUN npm ci && echo $GIT_SHA\n")]
    [InlineData("DK1002", "FROM a:1\nARG NODE_VERSION\nRUN npm ci\n")]
    [InlineData("DK1002", "FROM a:1\nENV APP_VERSION=1.2\nRUN npm ci\n")]
    [InlineData("DK1002", "FROM a:1\nRUN npm ci\nARG GIT_SHA\nRUN echo done\n")]
    [InlineData("DK1003", "FROM a:1\nRUN apk add git\nLABEL rev=${VCS_REF}\n")]
    [InlineData("DK1004", "FROM a:1\nRUN apt-get update\nRUN apt-get update && apt-get install -y curl\n")]
    [InlineData("DK1004", "FROM a:1\nRUN apt-get update && xargs apt-get install < p.txt\nRUN apt-get install -y curl\n")]
    [InlineData("DK1004", "FROM a:1\nRUN apk update\nRUN apk add --no-cache curl\n")]
    [InlineData("DK1002", "FROM a:1\nARG VERSION=1\nLABEL org.opencontainers.image.version=$VERSION\nRUN npm ci\n")]
    [InlineData("DK1005", "FROM a:1\nRUN apk add --no-cache curl\nRUN --mount=type=cache,target=/var/cache/apt apt-get install -y curl\n")]
    [InlineData("DK1005", "FROM a:1\nUSER node\nRUN npm ci\n")]
    [InlineData("DK1005", "FROM a:1\nENV PIP_NO_CACHE_DIR=1\nRUN pip install -r r.txt\n")]
    [InlineData("DK1005", "FROM a:1\nRUN sudo -u node npm ci\nRUN gosu node npm ci\n")]
    [InlineData("DK1005", "FROM a:1\nRUN env PIP_CACHE_DIR=/x pip install -r r.txt\n")]
    [InlineData("DK1005", "FROM a:1\nRUN HOME=/x npm ci\n")]
    [InlineData("DK1006", "FROM a:1\nADD --checksum=sha256:00 https://example.com/latest/x /x\nADD https://github.com/a/b.git#v1.2.3 "
        + "/src\n")]
    [InlineData("DK1007", "FROM a:1\nRUN git clone -b v1 https://github.com/a/b && curl https://example.com/v1/x\n")]
    [InlineData("DK1007", "FROM a:1\nRUN wget https://example.com/stable/x-1.2.tgz\n")]
    [InlineData("DK1009", "FROM --platform=linux/amd64 a:1 AS x\nRUN apk add git\nFROM --platform=linux/arm64 a:1 AS y\nENV A=b\nRUN apk "
        + "add git\n")]
    [InlineData("DK1008", "FROM a:1\nCOPY .gitignore .github /x/\n")]
    [InlineData("DK1009", "FROM a:1 AS x\nRUN apk add git\nFROM a:1 AS y\nRUN apk add git\n")]
    [InlineData("DK1009", "FROM a:1 AS x\nENV A=b\nCOPY web/package.json ./\nRUN npm ci\nFROM a:1 AS y\nCOPY api/package.json ./\nRUN "
        + "npm ci\n")]
    [InlineData("DK1010", "FROM a:1\nCOPY --from=b:1 --chown=app /x /y\nCOPY --from=b:1 x y\nCOPY --link --from=b:1 /x /y\n")]
    public void The_other_cache_rules_keep_quiet_without_cause(string id, string text) => Assert.Empty(Lint(id, text));

    private static List<Diagnostic> Lint(string id, string text) =>
        [.. LinterFor(id).Lint(SourceText.From(text)).Where(finding => finding.RuleId == id)];

    private static Linter LinterFor(string id) => new([RuleCatalog.All.Single(rule => rule.Info.Id == id)]);
}
