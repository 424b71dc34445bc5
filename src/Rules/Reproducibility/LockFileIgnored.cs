using Dockerlint.Commands;
using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DK5002.</summary>
public sealed class LockFileIgnored : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK5002", "lock-file-ignored", Category.Reproducibility, Severity.Warning)
    {
        Since = "0.1",
        Fix = FixAvailability.Sometimes,
        Doc = new("The lock file is copied, and the install may change it.",
            "The command resolves again and silently takes other versions when the lock file does not fit the manifest; held to the lock file it stops instead. The fix needs a COPY that names the lock file: where a pattern stands for it there may be none.",
            [new("FROM node:22\nCOPY package.json package-lock.json ./\nRUN npm install\n", "FROM node:22\nCOPY package.json package-lock.json ./\nRUN npm ci\n",
                "FROM node:22\nCOPY package.json package-lock.json ./\nRUN npm ci\n"),
             new("FROM node:22\nCOPY package.json yarn.lock ./\nRUN yarn\n", "FROM node:22\nCOPY package.json yarn.lock ./\nRUN yarn install --frozen-lockfile\n"),
             new("FROM node:22\nCOPY package*.json ./\nRUN npm i --production\n", "FROM node:22\nCOPY package.json ./\nRUN npm install\n"),
             new("FROM python:3.13\nCOPY uv.lock pyproject.toml ./\nRUN uv sync\n", "FROM python:3.13\nENV UV_LOCKED=1\nCOPY uv.lock pyproject.toml ./\nRUN uv sync\n",
                "FROM python:3.13\nCOPY uv.lock pyproject.toml ./\nRUN uv sync --locked\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var install in context.Get<LockedInstalls>().Where(install => install.IsLockFileThere))
        {
            context.Report(install.Use.Invocation.Span, $"this may install other versions than {install.LockFile} says: use {install.How.Advice}",
                install.IsLockFileCertain && install.Edit is { } edit ? Fix.Of($"use {install.How.Advice}", Applicability.Unsafe, edit) : []);
        }
    });
}
