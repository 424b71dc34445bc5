using Dockerlint.Commands;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

public sealed class InvocationTests
{
    private static BuildModel Model(string text) => BuildModel.Create(DockerfileParser.Parse(SourceText.From(text)));

    [Theory]
    [InlineData("RUN npm ci")]
    [InlineData("RUN env CI=1 npm ci")]
    [InlineData("RUN [\"npm\", \"ci\"]")]
    [InlineData("RUN [\"sh\", \"-c\", \"npm ci\"]")]
    [InlineData("RUN sh -c 'npm ci'")]
    [InlineData("RUN sh -c \"npm \\\n  ci\"")]
    [InlineData("RUN <<EOF\nnpm ci\nEOF")]
    [InlineData("RUN bash <<EOF\nnpm ci\nEOF")]
    [InlineData("RUN <<EOF\n#!/bin/bash\nnpm ci\nEOF")]
    [InlineData("SHELL [\"/bin/bash\", \"-c\"]\nRUN npm ci")]
    [InlineData("ONBUILD RUN npm ci")]
    [InlineData("RUN npm \\\n  # a comment\n  ci")]
    [InlineData("ENV V=ci\nRUN npm $V")]
    [InlineData("ARG V=\"npm ci\"\nRUN $V")]
    [InlineData("RUN A=\"npm ci\"; $A")]
    public void A_command_is_the_same_whatever_form_it_has(string instructions)
    {
        var text = $"FROM node:24\n{instructions}\n";
        var use = Model(text).Invocations.Single(use => use.Invocation.Tool == NodeTools.Npm).Invocation;
        Assert.Equal("ci", use.VerbName);
        var span = use.NameSpan;
        Assert.Contains(text.Substring(span.Start, span.Length), (string[])["npm", "$V", "$A"]);
    }

    [Theory]
    [InlineData("FROM scratch\nRUN a $X", "a ¿*")]
    [InlineData("FROM node\nENV A=\"1 2\"\nRUN a $A \"$A\" x$A", "a|1|2|1 2|x1|2")]
    [InlineData("FROM node\nRUN a \"x-$Y\" $Y/z", "a|x-¿|¿/z+")]
    [InlineData("FROM node\nARG V=1\nRUN a --v=$V-$W", "a|--v=1-¿+")]
    [InlineData("FROM node\nRUN a \"$@\" \"${l[@]}\"", "a|¿*|¿*")]
    [InlineData("FROM node\nRUN l=(x \"y z\"); a \"${l[@]}\"", "a|x|y z")]
    public void Words_have_the_values_that_the_file_gives_them(string text, string words)
    {
        var use = Model(text + "\n").Invocations.Single(use => use.Invocation.Name == "a").Invocation;
        var shown = use.Arguments.ToArray().Prepend(use.NameWord).Select(word => word.Text.Replace(CommandWord.UnknownText, '¿')
            + (word.Count == WordCount.Any ? "*" : word.Count == WordCount.OneOrMore ? "+" : ""));
        Assert.Equal(words.Replace(' ', words.Contains('|', StringComparison.Ordinal) ? ' ' : '|'), string.Join('|', shown));
    }

    [Theory]
    [InlineData("WORKDIR /app\nRUN cd x && npm ci", "/app/x")]
    [InlineData("WORKDIR /app\nRUN npm --prefix y ci", "/app/y")]
    [InlineData("WORKDIR /app\nRUN npm ci", "/app")]
    [InlineData("RUN cd /x && npm ci", "/x")]
    public void The_folder_of_a_command_is_that_of_the_file_and_the_script(string instructions, string folder) =>
        Assert.Equal(folder, Model($"FROM node:24\n{instructions}\n").Invocations.Single(use => use.Invocation.Name == "npm").Folder);

    [Fact]
    public void Commands_of_a_file_come_in_source_order_each_made_once()
    {
        var model = Model("FROM a\nRUN x\nRUN [\"y\"]\nRUN z\nFROM b\nRUN [\"v\"]\n");
        Assert.Equal(["x", "y", "z", "v"], model.Invocations.Select(use => use.Invocation.Name));
        Assert.Same(model.Invocations[0].Invocation, model.Scripts[0].Invocations[0]);
        Assert.Single(model.InvocationsOf((RunInstruction)model.Invocations[1].Instruction));
    }

    [Fact]
    public void What_a_container_runs_is_read_as_well()
    {
        var model = Model("FROM a\nCMD [\"sh\", \"-c\", \"npm start\"]\nENTRYPOINT exec tini -- npm start\nHEALTHCHECK CMD curl -k "
            + "https://x\n");
        Assert.Empty(model.Invocations);
        Assert.Equal(["sh", "npm", "npm", "curl"], model.StartInvocations.Select(use => use.Invocation.Name));
    }

    [Fact]
    public void A_heredoc_that_names_an_interpreter_runs_that()
    {
        var use = Assert.Single(Model("FROM a\nRUN <<EOF\n#!/usr/bin/env python3\nimport x\nEOF\n").Invocations).Invocation;
        Assert.Equal(PythonTools.Python, use.Tool);
        Assert.Equal("env", Assert.Single(use.Wrappers).Name);
    }

    [Fact]
    public void The_exec_form_expands_no_variable()
    {
        var use = Assert.Single(Model("FROM a\nENV X=1\nRUN [\"echo\", \"$X\"]\n").Invocations).Invocation;
        Assert.Equal("$X", Assert.Single(use.Operands).Text);
    }
}
