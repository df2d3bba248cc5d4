"""The pages, one noun a file: read the request, call the store or the core, fill a template."""
