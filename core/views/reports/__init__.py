"""Reports to hand out: a report's figures in, one document out, written as PDF and as XLSX from the same document.

`firm`, `synergy` and `programme` lay a report out as a `document.Document`; `pdf` and `workbook` write it. Nothing is
computed here, so page, PDF and XLSX cannot differ.
"""
