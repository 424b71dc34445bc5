# syntax = docker/dockerfile:1
# Escape=`
FROM mcr.microsoft.com/windows/servercore:ltsc2022
RUN curl.exe -k https://x `
  && dir
ENV PATH=C:\x
CMD ["cmd /c dir"]
ENTRYPOINT ["powershell", "-Command", "$ErrorActionPreference"]
STOPSIGNAL SIGKILL
