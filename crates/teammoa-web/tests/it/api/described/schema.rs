//! What a document says about one body. Bodies have what is described and nothing else, although the document leaves
//! that open so that something can be added later.

use jsonschema::{Draft, JSONSchema};
use serde_json::{Map, Value, json};

/// A schema with all that it refers to.
pub(super) struct Shape(JSONSchema);

impl Shape {
    pub(super) fn new(schema: &Value, document: &Value) -> Self {
        let mut whole = schema.clone();
        close(&mut whole);
        let mut components = document["components"]["schemas"].clone();
        for component in components.as_object_mut().unwrap().values_mut() {
            // Closed where it is used, as it may be used as a part
            close_within(component);
        }
        whole["components"] = json!({ "schemas": components });
        let mut options = JSONSchema::options();
        options.with_draft(Draft::Draft202012).should_validate_formats(true);
        Self(options.compile(&whole).unwrap_or_else(|error| panic!("{error} in {whole}")))
    }

    /// `Err` lists what is wrong and where.
    pub(super) fn check(&self, body: &Value) -> Result<(), String> {
        let describe = |error: jsonschema::ValidationError<'_>| format!("{}: {error}", error.instance_path);
        self.0.validate(body).map_err(|errors| errors.map(describe).collect::<Vec<_>>().join("; "))
    }
}

/// Lets no property in that is not described.
fn close(schema: &mut Value) {
    close_within(schema);
    if let Some(schema) = schema.as_object_mut()
        && ["$ref", "properties", "allOf"].iter().any(|key| schema.contains_key(*key))
    {
        schema.insert("unevaluatedProperties".to_owned(), Value::Bool(false));
    }
}

fn close_within(schema: &mut Value) {
    let Some(schema) = schema.as_object_mut() else { return };
    for key in ["items", "additionalProperties"] {
        schema.get_mut(key).into_iter().for_each(close);
    }
    for key in ["oneOf", "anyOf"] {
        schema.get_mut(key).and_then(Value::as_array_mut).into_iter().flatten().for_each(close);
    }
    let properties = schema.get_mut("properties").and_then(Value::as_object_mut);
    properties.into_iter().flat_map(Map::values_mut).for_each(close);
    schema.get_mut("allOf").and_then(Value::as_array_mut).into_iter().flatten().for_each(close_within);
}
