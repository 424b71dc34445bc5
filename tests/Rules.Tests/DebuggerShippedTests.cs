using Xunit;

namespace Dockerlint.Tests;

public sealed class DebuggerShippedTests
{
    [Theory]
    [InlineData("FROM php:8\nRUN pecl install [|xdebug|] redis\nRUN apt-get install -y [|php8.4-xdebug|] git\n")]
    [InlineData("FROM golang:1 AS build\nRUN go install github.com/go-delve/delve/cmd/dlv@v1.25.0\nFROM php:8 AS base\n"
        + "RUN install-php-extensions [|xdebug|]\nFROM base\nRUN true\n")]
    [InlineData("FROM php:8 AS base\nFROM base AS dev\nRUN pecl install xdebug\nFROM base AS test-runner\n"
        + "RUN pip install debugpy\nFROM base AS prod\nRUN pip install flask\n")]
    public void The_offence_is_found_where_it_stands(string marked) => MarkedCase.Check("DK4011", marked);
}
