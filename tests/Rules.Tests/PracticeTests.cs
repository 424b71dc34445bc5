using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>
/// The table of best practices of the guide this linter was made for: each row is one rule of the default profile or several, finds
/// what the row warns of, and is silent where its advice is followed.
/// </summary>
public sealed class PracticeTests
{
    private const string Context = ".git/HEAD node_modules/a/i.js main.py";

    [Theory]
    // Use specific base image versions.
    [InlineData("DL3007", "FROM python:latest\nUSER app\n", "FROM python:3.11.1\nUSER app\n")]
    [InlineData("DL3006", "FROM python\nUSER app\n", "FROM python:3.11.1\nUSER app\n")]
    [InlineData("DL3007", "FROM python:3.11 AS b\nFROM debian:latest\nCOPY --from=b /a /a\n",
        "FROM python:3.11 AS b\nFROM debian:13\nCOPY --from=b /a /a\n")]
    [InlineData("DK2019", "FROM python:3.6-slim\nUSER app\n", "FROM python:3.13-slim\nUSER app\n")]
    // Install only what you need.
    [InlineData("DL3015", "FROM debian:13\nRUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\n",
        "FROM debian:13\nRUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*\n")]
    [InlineData("DL3009", "FROM debian:13\nRUN apt-get update && apt-get install -y curl\n",
        "FROM debian:13\nRUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\n")]
    [InlineData("DL3042", "FROM python:3.11\nRUN pip install -r requirements.txt\n",
        "FROM python:3.11\nRUN pip install --no-cache-dir -r requirements.txt\n")]
    [InlineData("DL4001", "FROM debian:13\nRUN apt-get update && apt-get install -y wget curl\nRUN wget https://a.example/a\nRUN curl -O "
        + "https://a.example/b\n", "FROM debian:13\nRUN curl -O https://a.example/a\nRUN curl -O https://a.example/b\n")]
    // Use multi-stage builds.
    [InlineData("DK4001", "FROM golang:1.25\nCOPY . .\nRUN go build -o /app .\nCMD [\"/app\"]\n",
        "FROM golang:1.25 AS b\nCOPY . .\nRUN go build -o /app .\nFROM debian:13\nCOPY --from=b /app /app\nCMD [\"/app\"]\n")]
    [InlineData("DK4003", "FROM debian:13\nCOPY big.zip /tmp/\nRUN rm /tmp/big.zip\n",
        "FROM debian:13 AS b\nCOPY big.zip /tmp/\nFROM debian:13\nCOPY --from=b /tmp/x /x\n")]
    // Layer caching.
    [InlineData("DK1001", "FROM python:3.11\nCOPY . .\nRUN pip install -r requirements.txt\n",
        "FROM python:3.11\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\nCOPY . .\n")]
    [InlineData("DK1002", "FROM debian:13\nARG GIT_SHA\nENV GIT_SHA=$GIT_SHA\nRUN apt-get update && apt-get install -y curl\n",
        "FROM debian:13\nRUN apt-get update && apt-get install -y curl\nARG GIT_SHA\nENV GIT_SHA=$GIT_SHA\n")]
    [InlineData("DK1004", "FROM debian:13\nRUN apt-get update\nRUN apt-get install -y curl\n",
        "FROM debian:13\nRUN apt-get update && apt-get install -y curl\n")]
    // Use .dockerignore.
    [InlineData("DK3001", "FROM python:3.11\nCOPY . /app/\n", "FROM python:3.11\nCOPY main.py /app/\n")]
    // Run as non-root user.
    [InlineData("DK2001", "FROM python:3.11\nCMD [\"python\", \"main.py\"]\n",
        "FROM python:3.11\nRUN useradd -r appuser\nUSER appuser\nCMD [\"python\", \"main.py\"]\n")]
    [InlineData("DL3002", "FROM python:3.11\nUSER root\nCMD [\"python\", \"main.py\"]\n",
        "FROM python:3.11\nUSER 1000\nCMD [\"python\", \"main.py\"]\n")]
    public void A_practice_is_checked_by_a_rule_that_is_on_by_default(string id, string wrong, string right)
    {
        Assert.Contains(id, Lint(wrong));
        Assert.DoesNotContain(id, Lint(right));
    }

    [Theory]
    [InlineData("cache-wrong", "DK1001", "cache-right")]
    public void The_fix_of_a_wrong_example_makes_the_right_one(string wrong, string id, string right)
    {
        var linter = new Linter(RuleCatalog.For(Profile.Default).Where(rule => rule.Info.Id == id), MarkedCase.DefaultConfig);
        var result = new FixLoop(linter, new FixSelection(Applicability.Unsafe)).Run(new LintInput(Read(wrong)));
        Assert.Equal(Instructions(Read(right).Text), Instructions(result.Source.Text));
    }

    private static SourceText Read(string name) => FundamentalsTests.Read(name);

    // The comments of the guide say which of the two is wrong.
    private static IEnumerable<string> Instructions(string text) => text.Split('\n').Where(line => line.Length > 0 && line[0] != '#');

    private static List<string> Lint(string text) => [.. new Linter(RuleCatalog.For(Profile.Default), MarkedCase.DefaultConfig)
        .Lint(new LintInput(SourceText.From(text)) { Context = ContextCase.Of(Context.Split(' '), null) }).Diagnostics.Select(finding =>
            finding.RuleId)];
}
