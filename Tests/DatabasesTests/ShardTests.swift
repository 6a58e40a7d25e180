import Foundation
import Results
import TestSupport
import Testing

@testable import Databases

/// Rows on two servers, read through a third: the shards count, and the numbers are those of one table.
@Suite struct ShardTests {
    @Test func theShardsCount() throws {
        let shards = try [PostgreSQLServer(), PostgreSQLServer()]
        let front = try PostgreSQLServer()
        for shard in shards { try shard.run("CREATE TABLE people (\(Registry.columns))") }
        try front.run("CREATE EXTENSION postgres_fdw; CREATE SCHEMA registry")
        try front.run("CREATE TABLE registry.people (\(Registry.columns)) PARTITION BY LIST (region)")
        for (shard, region) in zip(shards, ["north", "south"]) {
            try front.run(
                """
                CREATE SERVER \(region) FOREIGN DATA WRAPPER postgres_fdw
                    OPTIONS (host '\(shard.folder)', dbname 'postgres', async_capable 'true');
                CREATE USER MAPPING FOR owner SERVER \(region) OPTIONS (user 'owner', password_required 'false');
                CREATE FOREIGN TABLE registry.people_\(region) PARTITION OF registry.people FOR VALUES IN ('\(region)')
                    SERVER \(region) OPTIONS (schema_name 'public', table_name 'people');
                """)
        }
        try front.run(Registry.fill("registry.people", patients: 3000))
        try front.run("CREATE TABLE registry.whole AS SELECT * FROM registry.people; ANALYZE")
        for shard in shards { #expect(try Int(shard.run("SELECT count(*) FROM people")) ?? 0 > 1000) }

        let sharded = try Registry.read(Registry.study(front.address(), pushDown: "always"))
        let plan = try #require(try DatabaseReader().countingPlan(of: sharded))
        for table in plan.tables + [plan.days].compactMap(\.self) {
            let steps = try front.run(
                "SET enable_partitionwise_aggregate = on; EXPLAIN (VERBOSE, COSTS OFF) \(table.statement)")
            // Each shard's scan is an aggregate that the shard computes, and nothing is aggregated here.
            #expect(steps.components(separatedBy: "Relations: Aggregate on (registry.people_").count == 3, "\(steps)")
            #expect(steps.components(separatedBy: "Foreign Scan").count == 3)
            #expect(steps.contains("Remote SQL: SELECT"))
            #expect(steps.contains("count(*)"))
            #expect(steps.contains("GROUP BY"))
            #expect(!steps.contains("HashAggregate"))
            #expect(!steps.contains("GroupAggregate"))
        }

        let whole = try Registry.read(Registry.study(front.address(), table: "registry.whole", pushDown: "never"))
        var (counts, rows) = (try Registry.resultsOfCounts(sharded), try Registry.resultsOfRows(whole))
        (counts.replication, rows.replication) = (nil, nil)
        #expect(try differences(counts, rows) == [])
    }
}
