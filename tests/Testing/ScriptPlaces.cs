namespace Dockerlint.Testing;

/// <summary>Scripts in Dockerfiles, and where a finding of theirs has to stand, whoever checks them.</summary>
public static class ScriptPlaces
{
    /// <summary>
    /// A Dockerfile; the code and the place that have to be told, and the word that stands there. Null: nothing of SC2086, SC2154 and
    /// SC3010.
    /// </summary>
    public static IReadOnlyList<(string Text, string? Expected, string? Word)> All { get; } =
    [
        // A place behind continuations, comments, tabs and characters outside the basic plane.
        ("FROM debian:12\nRUN echo a && \\\n    # why\n\techo $x\n", "SC2154 4:7-4:9 x", "$x"),
        ("FROM debian:12\nARG X\nRUN echo '\U0001F600' $X\n", "SC2086 3:15-3:17", "$X"),
        ("FROM debian:12\r\nARG X\r\nRUN true && \\\r\n  echo $X\r\n", "SC2086 4:8-4:10", "$X"),
        // Heredocs: alone, with tabs, behind a command, with an interpreter of their own.
        ("FROM debian:12\nARG X\nRUN <<EOF\necho hi\n\techo $X\nEOF\n", "SC2086 5:7-5:9", "$X"),
        ("FROM debian:12\nARG X\nRUN <<-EOF\n\t\techo $X\n\tEOF\n", "SC2086 4:8-4:10", "$X"),
        ("FROM debian:12\nARG X\nRUN cat <<EOF > $X\n$X\nEOF\n", "SC2086 3:17-3:19", "$X"),
        ("FROM debian:12\nARG X\nRUN <<EOF\n#!/bin/bash\nX=(1 2)\necho $X\nEOF\n", "SC2128 6:6-6:8", "$X"),
        ("FROM debian:12\nRUN <<EOF\n#!/usr/bin/env python3\nprint($x\nEOF\n", null, null),
        // Variables of the file are set; an ARG asks for quotes, an ENV of a plain value does not.
        ("FROM debian:12\nARG a=\"1\" \\\n    b=\"2\"\nRUN echo \"$a $b\"\n", null, null),
        ("FROM debian:12\nARG FOO\nRUN python foo.py --foo $FOO\n", "SC2086 3:25-3:29", "$FOO"),
        ("FROM debian:12\nENV foo=1.2\nRUN echo $foo\n", null, null),
        ("FROM debian:12\nENV foo=\"a b\"\nRUN echo $foo\n", "SC2086 3:10-3:14", "$foo"),
        ("FROM debian:12 AS a\nENV foo=x\nFROM a\nRUN echo $foo\n", null, null),
        // The shell: SHELL, the base image, a comment for hadolint.
        ("FROM debian:12\nRUN [[ -n $HOME ]]\n", "SC3010 2:5-2:19", "[[ -n $HOME ]]"),
        ("FROM debian:12\nSHELL [\"/bin/bash\", \"-c\"]\nENV X=1\nRUN [[ -n $HOME ]]\n", null, null),
        ("FROM rockylinux:9\nRUN [[ -n $HOME ]]\n", null, null),
        ("FROM alpine:3.22\nRUN [[ -n $HOME ]]\n", null, null),
        ("FROM example.com/own:1\nRUN [[ -n $HOME ]]\n", null, null),
        ("FROM debian:12\n# hadolint shell=bash\nRUN [[ -n $HOME ]]\n", null, null),
        // No shell of these.
        ("FROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN powershell -Command foreach ($f in Get-ChildItem) { $f }\n",
            null, null),
        ("FROM debian:12\nSHELL [\"pwsh\", \"-Command\"]\nRUN echo $x\n", null, null),
        ("FROM debian:12\nARG f\nRUN [\"foobar\",\"$f\"]\n", null, null),
        // Comments for ShellCheck, in a heredoc and between continued lines.
        ("FROM debian:12\nARG X\nRUN <<EOF\n# shellcheck disable=SC2086\necho $X\nEOF\n", null, null),
        ("FROM debian:12\nARG X\nRUN echo && \\\n  # shellcheck disable=SC2086\n  echo $X\n", null, null),
        ("FROM debian:12\nARG X\nONBUILD RUN echo $X\n", "SC2086 3:18-3:20", "$X"),
    ];
}
