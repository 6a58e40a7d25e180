/// A sound study whose data come from databases, with every key that belongs to them.
let databaseStudy = """
    greenwood: 1
    study: { title: A study of a registry }
    data:
      patients:
        source: postgres://reader@db.example.org/registry
        table: registry.patients
        key: id
        missing: [NA]
        timeout: 60
        push_down: always
      log: { source: "postgres:///?service=registry", query: SELECT * FROM log, push_down: never }
    """
