//! Learning needs.

use reqwest::Method;
use tacit_contract::Page;
use tacit_contract::needs::{
    ConfirmNeed, Demand, DemandQuery, EditNeed, JoinNeed, LetGoQuery, ListNeedsQuery, MoveNeed,
    NeedAlert, NeedDetail, NeedResponse, NeedSummary, NeedViewer, OfferHelp, RespondToNeed,
    SayNeed, SimilarNeeds, SimilarNeedsQuery, SuggestHelper, TakeOnNeed,
};
use uuid::Uuid;

use crate::{Client, ClientError};

impl Client {
    /// A page of needs.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn list_needs(
        &self,
        query: &ListNeedsQuery,
    ) -> Result<Page<NeedSummary>, ClientError> {
        self.call(Method::GET, &["needs"]).query(query).send().await
    }

    /// Needs like a wish.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn list_similar_needs(
        &self,
        query: &SimilarNeedsQuery,
    ) -> Result<SimilarNeeds, ClientError> {
        self.call(Method::GET, &["needs", "similar"])
            .query(query)
            .send()
            .await
    }

    /// Demand and supply per topic.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn get_demand(&self, query: &DemandQuery) -> Result<Demand, ClientError> {
        self.call(Method::GET, &["needs", "demand"])
            .query(query)
            .send()
            .await
    }

    /// At how many supporters leads are told of a need.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn get_need_alert(&self) -> Result<NeedAlert, ClientError> {
        self.call(Method::GET, &["needs", "alert"]).send().await
    }

    /// Sets that.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn set_need_alert(&self, alert: &NeedAlert) -> Result<NeedAlert, ClientError> {
        self.call(Method::PUT, &["needs", "alert"])
            .json(alert)
            .send()
            .await
    }

    /// Says what one wants to learn.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn say_need(&self, need: &SayNeed) -> Result<NeedDetail, ClientError> {
        self.call(Method::POST, &["needs"]).json(need).send().await
    }

    /// A need.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn get_need(&self, id: Uuid) -> Result<NeedDetail, ClientError> {
        self.call(Method::GET, &["needs", &id.to_string()])
            .send()
            .await
    }

    /// The need as it concerns the viewer.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn get_need_viewer(&self, id: Uuid) -> Result<NeedViewer, ClientError> {
        self.call(Method::GET, &["needs", &id.to_string(), "viewer"])
            .send()
            .await
    }

    /// Changes a need, if it is still at `version`.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn edit_need(
        &self,
        id: Uuid,
        version: i32,
        edit: &EditNeed,
    ) -> Result<NeedDetail, ClientError> {
        self.call(Method::PATCH, &["needs", &id.to_string()])
            .if_match(version)
            .json(edit)
            .send()
            .await
    }

    /// Joins a need, or gives another why.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn join_need(&self, id: Uuid, join: &JoinNeed) -> Result<(), ClientError> {
        self.call(Method::PUT, &["needs", &id.to_string(), "join"])
            .json(join)
            .send_empty()
            .await
    }

    /// Leaves a need.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn leave_need(&self, id: Uuid) -> Result<(), ClientError> {
        self.call(Method::DELETE, &["needs", &id.to_string(), "join"])
            .send_empty()
            .await
    }

    /// Says whether what met it helped.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn confirm_need(&self, id: Uuid, said: &ConfirmNeed) -> Result<(), ClientError> {
        self.call(Method::PUT, &["needs", &id.to_string(), "confirmation"])
            .json(said)
            .send_empty()
            .await
    }

    /// Takes that back.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn withdraw_confirmation(&self, id: Uuid) -> Result<(), ClientError> {
        self.call(Method::DELETE, &["needs", &id.to_string(), "confirmation"])
            .send_empty()
            .await
    }

    /// Offers to help.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn offer_help(&self, id: Uuid, offer: &OfferHelp) -> Result<(), ClientError> {
        self.call(Method::PUT, &["needs", &id.to_string(), "help"])
            .json(offer)
            .send_empty()
            .await
    }

    /// Offers it no more.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn withdraw_help(&self, id: Uuid) -> Result<(), ClientError> {
        self.call(Method::DELETE, &["needs", &id.to_string(), "help"])
            .send_empty()
            .await
    }

    /// Names somebody who could help.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn suggest_helper(&self, id: Uuid, named: &SuggestHelper) -> Result<(), ClientError> {
        self.call(Method::POST, &["needs", &id.to_string(), "suggestions"])
            .json(named)
            .send_empty()
            .await
    }

    /// Takes a suggestion back, or turns it down.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn withdraw_suggestion(&self, id: Uuid, member: Uuid) -> Result<(), ClientError> {
        let (id, member) = (id.to_string(), member.to_string());
        self.call(Method::DELETE, &["needs", &id, "suggestions", &member])
            .send_empty()
            .await
    }

    /// Links something that meets a need.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn respond_to_need(
        &self,
        id: Uuid,
        response: &RespondToNeed,
    ) -> Result<NeedResponse, ClientError> {
        self.call(Method::POST, &["needs", &id.to_string(), "responses"])
            .json(response)
            .send()
            .await
    }

    /// Removes what is linked.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn remove_response(&self, id: Uuid, response: Uuid) -> Result<(), ClientError> {
        let (id, response) = (id.to_string(), response.to_string());
        self.call(Method::DELETE, &["needs", &id, "responses", &response])
            .send_empty()
            .await
    }

    /// Gives a need another state.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn move_need(&self, id: Uuid, to: &MoveNeed) -> Result<(), ClientError> {
        self.call(Method::PUT, &["needs", &id.to_string(), "state"])
            .json(to)
            .send_empty()
            .await
    }

    /// Takes care of a need.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn take_on_need(&self, id: Uuid, on: &TakeOnNeed) -> Result<(), ClientError> {
        self.call(Method::PUT, &["needs", &id.to_string(), "lead"])
            .json(on)
            .send_empty()
            .await
    }

    /// Says that nobody takes care of it any more.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn let_go_of_need(&self, id: Uuid, query: &LetGoQuery) -> Result<(), ClientError> {
        self.call(Method::DELETE, &["needs", &id.to_string(), "lead"])
            .query(query)
            .send_empty()
            .await
    }
}
