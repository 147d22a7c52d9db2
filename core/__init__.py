"""What Simbiyoz knows and does, without any user interface: it runs alone and never imports Streamlit."""
