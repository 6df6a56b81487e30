// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import de.ozgkit.core.KeyMaterial;
import de.ozgkit.testkit.ResponseDefect;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Spoils drafts: one recipe for each defect, in families. */
final class Defects {

    private static final Map<ResponseDefect, Consumer<Draft>> RECIPES = recipes();

    private Defects() {}

    static void apply(ResponseDefect defect, Draft draft) {
        Consumer<Draft> recipe = RECIPES.get(defect);
        if (recipe == null) {
            throw new IllegalStateException("no recipe for " + defect);
        }
        recipe.accept(draft);
    }

    private static Map<ResponseDefect, Consumer<Draft>> recipes() {
        Map<ResponseDefect, Consumer<Draft>> recipes = new EnumMap<>(ResponseDefect.class);
        SignatureDefects.add(recipes);
        EncryptionDefects.add(recipes);
        ProtocolDefects.add(recipes);
        ContentDefects.add(recipes);
        FormDefects.add(recipes);
        Wrapping.add(recipes);
        return recipes;
    }

    /** Changes the first occurrence, which must be there. */
    static UnaryOperator<String> replacing(String what, String by) {
        return xml -> {
            int at = xml.indexOf(what);
            if (at < 0) {
                throw new IllegalStateException("nothing to spoil: " + what);
            }
            return xml.substring(0, at) + by + xml.substring(at + what.length());
        };
    }

    /** Changes the first match, which must be there. */
    static UnaryOperator<String> replacingMatch(String pattern, String by) {
        return xml -> {
            String changed = xml.replaceFirst("(?s)" + pattern, by);
            if (changed.equals(xml)) {
                throw new IllegalStateException("nothing to spoil: " + pattern);
            }
            return changed;
        };
    }

    /** Somebody without any right; made when first needed, since making a key takes a second. */
    static KeyMaterial stranger() {
        return Stranger.KEY;
    }

    private static final class Stranger {
        static final KeyMaterial KEY =
                KeyMaterial.selfSigned("stranger.example.test", Duration.ofDays(30), Clock.systemUTC());
    }
}
