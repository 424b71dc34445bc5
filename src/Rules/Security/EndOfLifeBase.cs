using System.Globalization;
using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

internal sealed class EndOfLifeBase : Rule
{
    public override RuleInfo Info { get; } = new("DK2019", "end-of-life-base", Category.Security, Severity.Warning)
    {
        Since = "0.1",
        Doc = new(
            "The base image is no longer supported by its makers.",
            """
            It gets no more security updates, and its package repositories may be gone. The dates are part of the program; the day of
            the run decides.
            """,
            [
                new("FROM debian:9\n", "FROM alpine\n"),
                new(
                    Bad: """
                    ARG V=2.7
                    FROM python:${V}-alpine
                    """,
                    Good: "FROM example.com/team/python:2.7\n"),
                new("FROM node:22-stretch\n", "FROM node:22-trixie\n"),
            ])
        {
            Remedy = """
                Name a release that is still maintained, and try the image, since packages and defaults change between releases. Ignore
                the finding only if you have paid support for the old release.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        if (context.Settings.Today is { } today && stage.Base is { Kind: BaseKind.Image, Image: { } image }
            && EndOfLife.Find(image) is { } end && end.Date < today)
        {
            context.Report(stage.From.Image.Span,
                $"{end.Product} has had no updates from its makers since {end.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
        }
    });
}
