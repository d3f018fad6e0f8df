extension JSONSchema {
  /// What labels stand for at the end of a run.
  static let results = #"""
        "result": {
          "description": "What the cell's label stands for at the end of the run.",
          "oneOf": [
            {
              "type": "object",
              "properties": {
                "kind": {"const": "dataset"}, "features": {"type": "integer"},
                "classes": {"$ref": "#/$defs/texts"}, "standsInFor": {"type": "string"},
                "parts": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "properties": {"name": {"type": "string"}, "samples": {"type": "integer"}},
                    "required": ["name", "samples"], "additionalProperties": false
                  }
                }
              },
              "required": ["kind", "parts", "features", "classes"], "additionalProperties": false
            },
            {
              "type": "object",
              "properties": {
                "kind": {"const": "network"}, "inputs": {"type": "integer"},
                "outputs": {"type": "integer"}, "parameters": {"type": "integer"}
              },
              "required": ["kind", "inputs", "outputs", "parameters"],
              "additionalProperties": false
            },
            {
              "type": "object",
              "properties": {
                "kind": {"const": "training"}, "network": {"type": "string"},
                "steps": {"type": "integer"}, "ending": {"$ref": "#/$defs/ending"},
                "epochSeconds": {"type": "array", "items": {"type": "number"}},
                "series": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "properties": {
                      "name": {"type": "string"}, "axis": {"enum": ["step", "epoch"]},
                      "positions": {"type": "array", "items": {"type": "integer"}},
                      "values": {"type": "array", "items": {"$ref": "#/$defs/number"}}
                    },
                    "required": ["name", "axis", "positions", "values"],
                    "additionalProperties": false
                  }
                }
              },
              "required": ["kind", "network", "steps", "ending", "series", "epochSeconds"],
              "additionalProperties": false
            },
            {
              "type": "object",
              "properties": {
                "kind": {"const": "gradient-check"}, "passes": {"type": "boolean"},
                "error": {"$ref": "#/$defs/number"},
                "parameters": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "properties": {
                      "name": {"type": "string"}, "checked": {"type": "integer"},
                      "kinks": {"type": "integer"}, "error": {"$ref": "#/$defs/number"}
                    },
                    "required": ["name", "checked", "kinks", "error"],
                    "additionalProperties": false
                  }
                }
              },
              "required": ["kind", "passes", "error", "parameters"],
              "additionalProperties": false
            },
            {
              "type": "object",
              "properties": {
                "kind": {"const": "sweep"}, "parameter": {"type": "string"},
                "cases": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "properties": {
                      "name": {"type": "string"},
                      "trials": {"type": "array", "items": {"$ref": "#/$defs/trial"}}
                    },
                    "required": ["name", "trials"], "additionalProperties": false
                  }
                }
              },
              "required": ["kind", "parameter", "cases"], "additionalProperties": false
            }
          ]
        },
        "ending": {"enum": ["completed", "reached-target", "lost-patience", "diverged"]},
        "trial": {
          "type": "object",
          "properties": {
            "seed": {"type": "integer"}, "steps": {"type": "integer"},
            "ending": {"$ref": "#/$defs/ending"}, "trainLoss": {"$ref": "#/$defs/number"},
            "trainAccuracy": {"$ref": "#/$defs/number"}, "testLoss": {"$ref": "#/$defs/number"},
            "testAccuracy": {"$ref": "#/$defs/number"}, "trainRmse": {"$ref": "#/$defs/number"},
            "trainMae": {"$ref": "#/$defs/number"}, "trainR2": {"$ref": "#/$defs/number"},
            "testRmse": {"$ref": "#/$defs/number"}, "testMae": {"$ref": "#/$defs/number"},
            "testR2": {"$ref": "#/$defs/number"}
          },
          "required": ["steps", "ending", "trainLoss"],
          "additionalProperties": false
        },
    """#

  /// What `mutate` and `bench` print.
  static let commands = #"""
        "mutation": {
          "description": "What 'mutate' prints.",
          "type": "object",
          "properties": {
            "schema": {"$ref": "#/$defs/schema"}, "version": {"type": "string"},
            "command": {"const": "mutate"}, "succeeded": {"type": "boolean"},
            "total": {"$ref": "#/$defs/mutants"},
            "lessons": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "file": {"type": "string"}, "counts": {"$ref": "#/$defs/mutants"},
                  "diagnostics": {"type": "array", "items": {"$ref": "#/$defs/diagnostic"}}
                },
                "required": ["file", "diagnostics"], "additionalProperties": false
              }
            }
          },
          "required": ["schema", "version", "command", "succeeded", "lessons", "total"],
          "additionalProperties": false
        },
        "mutants": {
          "type": "object",
          "properties": {
            "steps": {"type": "integer"}, "mutants": {"type": "integer"},
            "refuted": {"type": "integer"}, "equivalent": {"type": "integer"},
            "share": {"$ref": "#/$defs/number"},
            "rejected": {"description": "True formulas rejected.", "type": "integer"},
            "survivors": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "formula": {"type": "string"}, "change": {"type": "string"},
                  "reason": {"type": "string"}
                },
                "required": ["formula", "change", "reason"], "additionalProperties": false
              }
            }
          },
          "required": [
            "steps", "mutants", "refuted", "equivalent", "share", "rejected", "survivors"
          ],
          "additionalProperties": false
        },
        "measurement": {
          "description": "One line that 'bench' prints; its keys are those of other libraries' timings.",
          "type": "object",
          "properties": {
            "schema": {"$ref": "#/$defs/schema"}, "version": {"type": "string"},
            "command": {"const": "bench"}, "work": {"type": "string"}, "peer": {"type": "string"},
            "dtype": {"enum": ["float32", "float64"]}, "epochs": {"type": "integer"},
            "threads": {"type": "integer"}, "seconds": {"$ref": "#/$defs/number"},
            "preparation_seconds": {"$ref": "#/$defs/number"},
            "samples_per_second": {"$ref": "#/$defs/number"},
            "train_accuracy": {"$ref": "#/$defs/number"},
            "test_accuracy": {"$ref": "#/$defs/number"},
            "bound": {"enum": ["products", "memory"]}, "bound_seconds": {"$ref": "#/$defs/number"}
          },
          "required": [
            "schema", "version", "command", "work", "peer", "dtype", "epochs", "threads", "seconds",
            "preparation_seconds", "samples_per_second", "train_accuracy", "test_accuracy", "bound",
            "bound_seconds"
          ],
          "additionalProperties": false
        }
      }
    }
    """#
}
