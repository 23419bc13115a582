CREATE INDEX "board_reviews_request_id_index" ON "board_reviews" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "deputies_deputy_id_index" ON "deputies" USING btree ("deputy_id");--> statement-breakpoint
CREATE INDEX "people_one_person_index" ON "people" USING btree (coalesce("same_person_as", "id"));