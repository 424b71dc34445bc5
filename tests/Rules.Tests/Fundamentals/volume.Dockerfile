FROM postgres:15

# Declare volume (helps document persistence)
VOLUME /var/lib/postgresql/data

# Any files written to /var/lib/postgresql/data will persist
