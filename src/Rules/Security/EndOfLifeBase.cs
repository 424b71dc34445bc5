using System.Globalization;
using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>DK2019.</summary>
public sealed class EndOfLifeBase : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK2019", "end-of-life-base", Category.Security, Severity.Warning)
    {
        Since = "0.1",
        Doc = new("The base image is no longer supported by its makers.",
            "It gets no more security updates, and its package repositories may be gone. The dates are part of the program; the day of the run decides.",
            [new("FROM debian:9\n", "FROM alpine\n"), new("ARG V=2.7\nFROM python:${V}-alpine\n", "FROM example.com/team/python:2.7\n"),
             new("FROM node:22-stretch\n", "FROM node:22-trixie\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        if (context.Settings.Today is { } today && stage.Base is { Kind: BaseKind.Image, Image: { } image } && EndOfLife.Find(image) is { } end && end.Date < today)
        {
            context.Report(stage.From.Image.Span,
                $"{end.Product} has had no updates from its makers since {end.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
        }
    });
}
