#!/bin/sh
# A service that ends when it is told to: it answers on the port that is its argument, or on none.
trap 'kill $server 2>/dev/null; exit 0' TERM INT
if [ -n "$1" ]; then
    httpd -f -p "$1" &
    server=$!
fi
while :; do
    sleep 1 &
    wait $!
done
