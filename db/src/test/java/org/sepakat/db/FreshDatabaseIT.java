package org.sepakat.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class FreshDatabaseIT {

    @Test
    @DisplayName("each test class gets a database of its own, with both roles")
    void eachTestClassGetsADatabaseOfItsOwn(Vertx vertx) {
        Database one = TestDatabase.fresh(vertx).await();
        Database two = TestDatabase.fresh(vertx).await();
        one.ownerPool(1).query("create table word (id int)").execute().await();
        one.appPool(1).query("insert into word values (1)").execute().await();

        assertEquals(
                1, one.appPool(1).query("select * from word").execute().await().size());
        assertEquals(
                0,
                two.appPool(1)
                        .query("select 1 from pg_tables where tablename = 'word'")
                        .execute()
                        .await()
                        .size());
        one.stop().await();
        two.stop().await();
    }

    @Test
    @DisplayName("stopping a test database drops it")
    void stoppingATestDatabaseDropsIt(Vertx vertx) {
        Database database = TestDatabase.empty(vertx).await();
        database.stop().await();

        assertTrue(database.appPool(1)
                .query("select 1")
                .execute()
                .map(false)
                .otherwise(true)
                .await());
    }
}
