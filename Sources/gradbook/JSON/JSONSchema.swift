/// The JSON Schema of `--format json`. Tests hold what the commands print to it.
enum JSONSchema {
  static let text = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "What gradbook prints with --format json",
      "description": "Lines and columns count from 1, columns in characters. Keys without a value are left out; a number that is infinite or none is null. New keys may be added; 'schema' changes when one is removed or means something else.",
      "oneOf": [
        {"$ref": "#/$defs/lessons"}, {"$ref": "#/$defs/mutation"}, {"$ref": "#/$defs/measurement"}
      ],
      "$defs": {
        "schema": {"const": "gradbook/1"},
        "number": {"type": ["number", "null"]},
        "texts": {"type": "array", "items": {"type": "string"}},
        "place": {
          "type": "object",
          "properties": {
            "line": {"type": "integer"}, "column": {"type": "integer"},
            "endLine": {"type": "integer"}, "endColumn": {"type": "integer"}
          },
          "required": ["line", "column", "endLine", "endColumn"], "additionalProperties": false
        },
        "lessons": {
          "description": "What 'run' and 'check' print.",
          "type": "object",
          "properties": {
            "schema": {"$ref": "#/$defs/schema"}, "version": {"type": "string"},
            "command": {"enum": ["run", "check"]}, "succeeded": {"type": "boolean"},
            "lessons": {"type": "array", "items": {"$ref": "#/$defs/lesson"}}
          },
          "required": ["schema", "version", "command", "succeeded", "lessons"],
          "additionalProperties": false
        },
        "lesson": {
          "type": "object",
          "properties": {
            "file": {"type": "string"}, "title": {"type": "string"},
            "page": {"description": "The page that was written.", "type": "string"},
            "succeeded": {"type": "boolean"},
            "time": {
              "description": "Seconds of each stage that was reached.",
              "type": "object",
              "properties": {
                "reading": {"type": "number"}, "running": {"type": "number"},
                "rendering": {"type": "number"}
              },
              "required": ["reading"], "additionalProperties": false
            },
            "diagnostics": {"type": "array", "items": {"$ref": "#/$defs/diagnostic"}},
            "cells": {"type": "array", "items": {"$ref": "#/$defs/cell"}},
            "values": {
              "description": "What {eval} stands for; without 'value' where its cell failed.",
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "query": {"type": "string"}, "place": {"$ref": "#/$defs/place"},
                  "value": {"type": "string"}
                },
                "required": ["query", "place"], "additionalProperties": false
              }
            }
          },
          "required": ["file", "succeeded", "time", "diagnostics", "cells", "values"],
          "additionalProperties": false
        },
        "diagnostic": {
          "type": "object",
          "properties": {
            "id": {"description": "See 'gradbook explain'.", "type": "string"},
            "severity": {"enum": ["error", "warning"]}, "message": {"type": "string"},
            "place": {"$ref": "#/$defs/place"}, "help": {"$ref": "#/$defs/texts"},
            "notes": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "message": {"type": "string"}, "place": {"$ref": "#/$defs/place"}
                },
                "required": ["message"], "additionalProperties": false
              }
            }
          },
          "required": ["id", "severity", "message", "notes", "help"], "additionalProperties": false
        },
        "cell": {
          "type": "object",
          "properties": {
            "directive": {"type": "string"}, "label": {"type": "string"},
            "place": {"$ref": "#/$defs/place"},
            "status": {"enum": ["not-run", "ran", "failed", "skipped"]},
            "skippedBecause": {"description": "The label it needed.", "type": "string"},
            "seconds": {"type": "number"}, "isKept": {"type": "boolean"},
            "ranBecause": {"type": "string"},
            "outputs": {"type": "array", "items": {"$ref": "#/$defs/output"}},
            "result": {"$ref": "#/$defs/result"}
          },
          "required": ["directive", "place", "status", "outputs"], "additionalProperties": false
        },
        "output": {
          "description": "Something a cell shows.",
          "oneOf": [
            {
              "type": "object",
              "properties": {
                "kind": {"const": "table"}, "columns": {"$ref": "#/$defs/texts"},
                "rows": {"type": "array", "items": {"$ref": "#/$defs/texts"}},
                "caption": {"type": "string"}
              },
              "required": ["kind", "columns", "rows"], "additionalProperties": false
            },
            {
              "type": "object",
              "properties": {
                "kind": {"const": "figure"}, "title": {"type": "string"},
                "description": {"type": "string"}, "caption": {"type": "string"}
              },
              "required": ["kind"], "additionalProperties": false
            },
            {
              "type": "object",
              "properties": {
                "kind": {"const": "listing"}, "text": {"type": "string"},
                "language": {"type": "string"}
              },
              "required": ["kind", "text"], "additionalProperties": false
            },
            {
              "type": "object",
              "properties": {
                "kind": {"const": "notice"}, "notice": {"enum": ["note", "warning", "standIn"]},
                "text": {"type": "string"}
              },
              "required": ["kind", "notice", "text"], "additionalProperties": false
            },
            {
              "type": "object",
              "properties": {
                "kind": {"const": "expectations"},
                "statements": {"type": "array", "items": {"$ref": "#/$defs/statement"}}
              },
              "required": ["kind", "statements"], "additionalProperties": false
            },
            {
              "type": "object",
              "properties": {
                "kind": {"const": "derivation"}, "isErratum": {"type": "boolean"},
                "steps": {"type": "array", "items": {"$ref": "#/$defs/step"}},
                "correction": {"type": "array", "items": {"$ref": "#/$defs/step"}}
              },
              "required": ["kind", "isErratum", "steps", "correction"],
              "additionalProperties": false
            },
            {
              "type": "object",
              "properties": {
                "kind": {"const": "agreements"},
                "values": {"type": "array", "items": {"$ref": "#/$defs/agreement"}}
              },
              "required": ["kind", "values"], "additionalProperties": false
            },
            {
              "type": "object",
              "properties": {
                "kind": {"const": "derived"},
                "lines": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "properties": {
                      "tex": {"type": "string"}, "shape": {"type": "string"},
                      "isVerified": {"type": "boolean"}
                    },
                    "required": ["tex", "shape", "isVerified"], "additionalProperties": false
                  }
                }
              },
              "required": ["kind", "lines"], "additionalProperties": false
            }
          ]
        },
        "statement": {
          "type": "object",
          "properties": {
            "statement": {"type": "string"}, "verdict": {"enum": ["held", "failed", "notChecked"]},
            "finding": {"type": "string"}, "place": {"$ref": "#/$defs/place"}
          },
          "required": ["statement", "verdict", "finding", "place"], "additionalProperties": false
        },
        "step": {
          "type": "object",
          "properties": {
            "kind": {"enum": ["equality", "endToEnd", "update", "size", "distribution"]},
            "verdict": {
              "enum": ["verified", "refuted", "shape", "unread", "undefined", "definition", "sketch"]
            },
            "place": {"$ref": "#/$defs/place"}, "error": {"$ref": "#/$defs/number"},
            "points": {"type": "integer"}, "assumption": {"type": "string"},
            "finding": {"type": "string"}, "diagnosis": {"type": "string"}
          },
          "required": ["kind", "verdict", "place"], "additionalProperties": false
        },
        "agreement": {
          "description": "A value of the lesson's code beside the engine's own.",
          "type": "object",
          "properties": {
            "name": {"type": "string"}, "shape": {"type": "string"}, "holds": {"type": "boolean"},
            "error": {"$ref": "#/$defs/number"}, "difference": {"type": "string"},
            "place": {"$ref": "#/$defs/place"}
          },
          "required": ["name", "shape", "holds", "error", "place"], "additionalProperties": false
        },
    """# + "\n" + results + "\n" + commands
}
