using Xunit;

namespace Dockerlint.Tests;

public sealed class LockFileNotCopiedTests
{
    [Theory]
    [InlineData("FROM node:22\nCOPY package.json ./\nRUN [|npm ci|]\n")]
    [InlineData("FROM node:22\nRUN apt-get update && apt-get install -y git && mkdir /app\nWORKDIR /app\n"
        + "COPY package.json tsconfig.json ./\n"
        + "RUN --mount=type=cache,target=/root/.npm [|npm ci --omit=dev|] && npm run build\n")]
    [InlineData("FROM oven/bun:1\nCOPY package.json ./\nRUN [|bun ci|]\n")]
    [InlineData("FROM node:22\nCOPY package.json package-lock.json ./\nRUN npm ci\nFROM node:22\nCOPY package*.json ./\n"
        + "RUN npm ci\nFROM node:22\nCOPY . .\nRUN npm ci\n")]
    [InlineData("FROM node:22\nCOPY package.json app ./\nRUN npm ci\nFROM node:22\nCOPY package.json ./\nRUN npm i && npm ci\n"
        + "FROM node:22\nRUN npm ci\nFROM node:22\nCOPY --from=x package.json ./\nRUN npm ci\n")]
    [InlineData("FROM node:22\nCOPY package.json ./\n"
        + "RUN --mount=type=bind,source=package-lock.json,target=package-lock.json npm ci\nFROM oven/bun:1\n"
        + "COPY package.json bun.lockb ./\nRUN bun ci\nFROM node:22\nCOPY package.json ./\nRUN npm install\n")]
    public void The_offence_is_found_where_it_stands(string marked) => MarkedCase.Check("DK6038", marked);
}
