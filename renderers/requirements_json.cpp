// SPDX-License-Identifier: MIT
#include "engine/text/json_writer.h"
#include "renderers/requirements.h"

namespace tsg {

namespace {

class Writer {
 public:
  explicit Writer(const Requirements& requirements) : requirements_(requirements) {}

  std::string write() {
    json_.begin_object().member("format", 1);
    json_.member("guide", requirements_.guide).member("version", requirements_.guide_version);
    json_.key("readers").begin_array();
    for (const FactReader& reader : requirements_.readers) write_reader(reader);
    json_.end_array().key("documents").begin_array();
    for (const RequiredDocument& required : requirements_.documents) write_document(required);
    return json_.end_array().end_object().take() + '\n';
  }

 private:
  void write_reader(const FactReader& reader) {
    json_.begin_object()
        .member("kind", name_of(reader.kind))
        .member("guide", reader.guide)
        .member("id", reader.id);
    if (!reader.rule.empty()) json_.member("rule", reader.rule);
    json_.end_object();
  }

  void write_document(const RequiredDocument& required) {
    const CatalogueDocument& document = required.document;
    json_.begin_object().member("key", document.key).member("class", name_of(document.data_class));
    json_.member("cost", document.cost);
    if (document.max_age_seconds) json_.member("maxAgeSeconds", *document.max_age_seconds);
    write_strings("gather", document.gather);
    write_strings("parameters", gather_parameters(document.gather));
    write_readers(required.readers);
    json_.key("facts").begin_array();
    for (const RequiredFact& fact : required.facts) write_fact(fact);
    json_.end_array().end_object();
  }

  void write_fact(const RequiredFact& fact) {
    json_.begin_object().member("path", fact.node.path).member("type", name_of(fact.node.type));
    json_.member("required", fact.node.required).member("class", name_of(fact.node.data_class));
    if (!fact.node.absent.empty()) json_.member("absent", fact.node.absent);
    if (!fact.node.see.empty()) json_.member("see", fact.node.see);
    if (!fact.node.sample.empty()) json_.member("sample", fact.node.sample);
    write_readers(fact.readers);
    json_.end_object();
  }

  // Indexes into the list of all readers.
  void write_readers(const std::vector<std::size_t>& readers) {
    json_.key("readers").begin_array();
    for (const std::size_t reader : readers) json_.integer(static_cast<std::int64_t>(reader));
    json_.end_array();
  }

  void write_strings(std::string_view key, const std::vector<std::string>& texts) {
    json_.key(key).begin_array();
    for (const std::string& text : texts) json_.string(text);
    json_.end_array();
  }

  const Requirements& requirements_;
  JsonWriter json_ = JsonWriter(2);
};

}  // namespace

std::string requirements_json(const Requirements& requirements) {
  return Writer(requirements).write();
}

}  // namespace tsg
