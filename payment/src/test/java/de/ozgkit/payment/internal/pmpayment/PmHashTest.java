// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.pmpayment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The worked examples of the payment notes, chapters 4.2 and 4.3. */
class PmHashTest {

    private static final PmHash HASH = new PmHash("test-salt-123".toCharArray());
    private static final String PORTAL = "https://portal.example.org/payment/";

    private static Map<String, String> start(String desc) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("ags", "05562032");
        form.put("amount", "3070");
        form.put("procedure", "bewohnerparken");
        form.put("desc", desc);
        form.put("notifyURL", PORTAL + "notify/7Qb3");
        form.put("redirectURL", PORTAL + "return/7Qb3");
        return form;
    }

    private static Map<String, String> returned(String status, String method, String hash) {
        Map<String, String> form = new HashMap<>();
        form.put("ags", "05562032");
        form.put("txid", "BPA.2026-0815.1");
        form.put("amount", "3070");
        form.put("desc", "Bewohnerparken 2026-0815");
        form.put("status", status);
        form.put("payment_method", method);
        form.put("created_at", "2026-03-02 10:15:30");
        form.put("hash", hash);
        return form;
    }

    @Test
    void signs_all_fields_in_their_order() {
        Map<String, String> form = start("Bewohnerparken 2026-0815");
        form.put("txid", "BPA.2026-0815.1");
        form.put("accountingRecord", "BPA;2026-0815");

        assertThat(HASH.ofStart(form)).isEqualTo("54afa9821783aa53ae2dd86006292d7c1805471995a3f0a93bd0550c8f14464a");
    }

    @Test
    void leaves_out_what_is_not_sent_together_with_its_bar() {
        assertThat(HASH.ofStart(start("Bewohnerparken 2026-0815")))
                .isEqualTo("d885e982547e5c9e080be201784951dec7d38d6e046467caebbcda25c7a70e8d");
    }

    @Test
    void signs_in_utf_8() {
        assertThat(HASH.ofStart(start("Parkausweis Zo\u00eb Gr\u00f6\u00dfe")))
                .isEqualTo("b6efe77a2ed649d72ec9dc458d08248af5cbbee2cdd49e8cc6d61276cedf9022");
    }

    @Test
    void recognises_a_genuine_return() {
        String hash = "8634ffe9b1e7ee3aff312a5c05add4db4cd94af40d7f13cf2af25f8de9e89228";

        assertThat(HASH.isGenuineReturn(returned("1", "creditcard", hash))).isTrue();
        assertThat(HASH.isGenuineReturn(returned("1", "creditcard", hash.toUpperCase(java.util.Locale.ROOT))))
                .isTrue();
    }

    @Test
    void keeps_the_place_of_an_empty_or_missing_payment_method() {
        Map<String, String> form =
                returned("0", "", "b5997343db09728608d1e8a494e586ca2854aaa029feced1390fb29659630dfc");
        assertThat(HASH.isGenuineReturn(form)).isTrue();

        form.remove("payment_method");
        assertThat(HASH.isGenuineReturn(form)).isTrue();
    }

    @Test
    void rejects_a_return_with_one_value_changed() {
        String hash = "8634ffe9b1e7ee3aff312a5c05add4db4cd94af40d7f13cf2af25f8de9e89228";

        for (String field : returned("1", "creditcard", hash).keySet()) {
            Map<String, String> changed = returned("1", "creditcard", hash);
            changed.merge(field, "1", String::concat);
            assertThat(HASH.isGenuineReturn(changed)).as(field).isFalse();
        }
        Map<String, String> unsigned = returned("1", "creditcard", hash);
        unsigned.remove("hash");
        assertThat(HASH.isGenuineReturn(unsigned)).isFalse();
        assertThat(HASH.isGenuineReturn(Map.of())).isFalse();
    }

    @Test
    void rejects_a_return_whose_borders_were_moved() {
        Map<String, String> moved =
                returned("1", "creditcard", "8634ffe9b1e7ee3aff312a5c05add4db4cd94af40d7f13cf2af25f8de9e89228");
        moved.put("txid", "BPA.2026-0815.1|3070");
        moved.put("amount", "Bewohnerparken 2026-0815");
        moved.put("desc", "1");
        moved.put("status", "creditcard");
        moved.put("payment_method", "2026-03-02 10:15:30");
        moved.remove("created_at");

        assertThat(HASH.isGenuineReturn(moved)).isFalse();
    }

    @Test
    void agrees_with_the_collected_vectors() throws Exception {
        String specs = System.getProperty("ozgkit.specs", "");
        Path file = Path.of(specs, "payment", "pmpayment", "hash-vectors.json");
        Assumptions.assumeTrue(
                !specs.isEmpty() && Files.isReadable(file), "the collected specifications are not on this machine");
        JsonNode vectors = JsonMapper.builder().build().readTree(Files.readString(file));

        for (JsonNode vector : vectors.path("request")) {
            assertThat(hash(vector).ofStart(fields(vector)))
                    .as(vector.path("name").asString())
                    .isEqualTo(vector.path("hash").asString());
        }
        for (JsonNode vector : vectors.path("redirect")) {
            Map<String, String> form = fields(vector);
            form.put("hash", vector.path("hash").asString());
            assertThat(hash(vector).isGenuineReturn(form))
                    .as(vector.path("name").asString())
                    .isTrue();
        }
        assertThat(vectors.path("request").size() + vectors.path("redirect").size())
                .isEqualTo(5);
    }

    private static PmHash hash(JsonNode vector) {
        return new PmHash(vector.path("salt").asString().toCharArray());
    }

    private static Map<String, String> fields(JsonNode vector) {
        Map<String, String> fields = new HashMap<>();
        vector.path("fields")
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asString()));
        return fields;
    }
}
