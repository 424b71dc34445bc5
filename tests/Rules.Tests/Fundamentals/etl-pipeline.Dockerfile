FROM python:3.11-slim

WORKDIR /app

# Install system dependencies
RUN apt-get update && apt-get install -y \
    postgresql-client \
    && rm -rf /var/lib/apt/lists/*

# Copy pipeline code
COPY requirements.txt .
RUN pip install -r requirements.txt

COPY pipeline/ ./pipeline/

# Health check
HEALTHCHECK CMD python -c "import sys; sys.exit(0)" || exit 1

# Run pipeline
CMD ["python", "-m", "pipeline.etl"]
