using Dockerlint.Commands;
using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class LockFileIgnored : Rule
{
    public override RuleInfo Info { get; } = new("DK5002", "lock-file-ignored", Category.Reproducibility, Severity.Warning)
    {
        Since = "0.1",
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "The lock file is copied, and the install may change it.",
            """
            The command resolves again and silently takes other versions when the lock file does not fit the manifest; held to the lock
            file it stops instead. The fix needs a COPY that names the lock file: where a pattern stands for it there may be none.
            """,
            [
                new(
                    Bad: """
                    FROM node:22
                    COPY package.json package-lock.json ./
                    RUN npm install
                    """,
                    Good: """
                    FROM node:22
                    COPY package.json package-lock.json ./
                    RUN npm ci
                    """,
                    Fixed: """
                    FROM node:22
                    COPY package.json package-lock.json ./
                    RUN npm ci
                    """),
                new(
                    Bad: """
                    FROM node:22
                    COPY package.json yarn.lock ./
                    RUN yarn
                    """,
                    Good: """
                    FROM node:22
                    COPY package.json yarn.lock ./
                    RUN yarn install --frozen-lockfile
                    """),
                new(
                    Bad: """
                    FROM node:22
                    COPY package*.json ./
                    RUN npm i --production
                    """,
                    Good: """
                    FROM node:22
                    COPY package.json ./
                    RUN npm install
                    """),
                new(
                    Bad: """
                    FROM python:3.13
                    COPY uv.lock pyproject.toml ./
                    RUN uv sync
                    """,
                    Good: """
                    FROM python:3.13
                    ENV UV_LOCKED=1
                    COPY uv.lock pyproject.toml ./
                    RUN uv sync
                    """,
                    Fixed: """
                    FROM python:3.13
                    COPY uv.lock pyproject.toml ./
                    RUN uv sync --locked
                    """),
            ])
        {
            Remedy = """
                Use `npm ci`, `yarn install --immutable` (before version 2 `--frozen-lockfile`), `pnpm install --frozen-lockfile`, `uv
                sync --locked`, `cargo build --locked` or `BUNDLE_FROZEN=1`. If it stops, update the lock file in the project and commit
                it.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var install in context.Get<LockedInstalls>().Where(install => install.IsLockFileThere))
        {
            context.Report(install.Use.Invocation.Span, $"this may install other versions than {install.LockFile} says: use "
                + $"{install.How.Advice}",
                install.IsLockFileCertain && install.Edit is { } edit ? Fix.Of($"use {install.How.Advice}", Applicability.Unsafe, edit)
                    : []);
        }
    });
}
